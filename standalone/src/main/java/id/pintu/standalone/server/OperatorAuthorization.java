package id.pintu.standalone.server;

import id.pintu.standalone.CommandLineException;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Path;

/** Static factory of the operator's credentials: who can read the server's secret is its operator. */
public final class OperatorAuthorization {

    private OperatorAuthorization() {}

    /**
     * Value of the HTTP header {@code Authorization}.
     *
     * @param data the server's data directory
     * @throws CommandLineException when the directory has no readable secret, or the secret is damaged
     */
    public static String headerValue(Path data) {
        try {
            return "Bearer " + new InstallationSecret(DataDirectory.readSecret(data)).operatorToken();
        } catch (IllegalArgumentException e) {
            throw new CommandLineException("The secret in " + data + " is damaged: it is too short.");
        }
    }
}
