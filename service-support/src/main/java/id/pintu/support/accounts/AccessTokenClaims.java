package id.pintu.support.accounts;

/** Constant holder for the claims of an access token: account-service writes them, every service reads them. */
public final class AccessTokenClaims {

    /** Value of {@code aud}. */
    public static final String AUDIENCE = "pintu";

    /** Claim with the texts of the account's {@link RoleGrant}s. */
    public static final String ROLES = "roles";

    /** Claim with the opaque id of the sign-in; absent for a program. */
    public static final String SIGN_IN = "sid";

    /** Claim with the generation of the key that a program got the token for; absent for a person. */
    public static final String KEY_GENERATION = "key_generation";

    private AccessTokenClaims() {}
}
