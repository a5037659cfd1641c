package id.pintu.standalone.brokeraccess;

import java.util.Set;

/** Logins and rights of the institutions at a broker. */
interface InstitutionAccess extends AutoCloseable {

    /** Institutions that have a login. */
    Set<String> institutions();

    /**
     * Gives an institution a login, or another password, and the rights of an institution.
     *
     * @throws IllegalArgumentException when the code is none, so that no other user is changed
     * @throws java.util.concurrent.CompletionException when the broker refuses
     */
    void putInstitution(String code, String key);

    /**
     * Takes an institution's login and rights away; does nothing when it has none.
     *
     * @throws IllegalArgumentException when the code is none, so that no other user is changed
     * @throws java.util.concurrent.CompletionException when the broker refuses
     */
    void removeInstitution(String code);

    @Override
    void close();
}
