package id.pintu.standalone.server;

import id.pintu.standalone.CommandLineException;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Path;

/** Whoever may read the house's secret is its operator. */
public final class OperatorAuthorization {

    private OperatorAuthorization() {}

    /**
     * What lets the operator in, as an HTTP header's value.
     *
     * @throws CommandLineException when there is no house in this directory, or its secret is damaged
     */
    public static String headerValue(Path data) {
        try {
            return "Bearer " + new InstallationSecret(DataDirectory.readSecret(data)).operatorToken();
        } catch (IllegalArgumentException e) {
            throw new CommandLineException("The secret in " + data + " is damaged: it is too short.");
        }
    }
}
