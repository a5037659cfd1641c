package id.pintu.support.keys;

import id.pintu.events.Sha256Digest;
import java.util.List;
import java.util.Optional;

/**
 * Stored form of an institution's key.
 *
 * @param hash SHA-256 of the key, hexadecimal
 * @param generation 1 for the first key, one more for each renewal
 * @param shown whether {@code ./pintu key} has revealed it, which it does once
 */
public record StoredInstitutionKey(String hash, int generation, boolean shown) {

    /** Code of the national desk's key. */
    public static final String DESK = "DESK";

    /** The key in clear text, which is derived and never stored. */
    public static String clearText(InstallationSecret secret, String code, int generation) {
        return secret.deriveKey("institution-key", code, String.valueOf(generation));
    }

    public static StoredInstitutionKey of(InstallationSecret secret, String code, int generation, boolean shown) {
        return new StoredInstitutionKey(hash(clearText(secret, code, generation)), generation, shown);
    }

    /** Whether the key of this hash, and no other, is the one this secret gives for the code and generation. */
    boolean isDerivedFrom(InstallationSecret secret, String code) {
        return InstallationSecret.constantTimeEquals(hash, hash(clearText(secret, code, generation)));
    }

    /** The key in clear text; empty when none of the secrets gives it. */
    public Optional<String> clearText(List<InstallationSecret> secrets, String code) {
        return secrets.stream()
                .filter(secret -> isDerivedFrom(secret, code))
                .map(secret -> clearText(secret, code, generation))
                .findFirst();
    }

    static String hash(String clear) {
        return Sha256Digest.hexadecimal(clear);
    }
}
