package id.pintu.support.accounts;

import id.pintu.support.keys.InstallationSecret;

/** The portal as an OAuth client: what account-service registers, and the portal signs in with. */
public final class PortalOAuthClient {

    /** Client id. */
    public static final String ID = "portal";

    /** Path of the portal to which a browser comes back signed in. */
    public static final String SIGNED_IN_PATH = "/meja/kembali";

    /** Path of the portal to which a browser comes back signed out. */
    public static final String SIGNED_OUT_PATH = "/meja";

    private PortalOAuthClient() {}

    /** The client's secret, which follows from that of the installation, so that nobody has to issue it. */
    public static String secret(InstallationSecret secret) {
        return secret.deriveKey("oauth-client-secret", ID);
    }
}
