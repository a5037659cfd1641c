package id.pintu.standalone.server;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Static factory of the credentials of the operator: who can read the server's secret is its operator. */
public final class OperatorAuthorization {

    private OperatorAuthorization() {}

    /**
     * Value of the HTTP header {@code Authorization}.
     *
     * @param data the server's data directory
     * @throws CommandLineException when the directory has no readable secret, or the secret is damaged
     */
    public static String headerValue(Path data) {
        return "Bearer " + secret(data).operatorToken();
    }

    /**
     * Key by which the commands of this data directory submit reports to the server's intake-service.
     *
     * @throws CommandLineException when the directory has no readable secret, or the secret is damaged
     */
    public static String channelKey(Path data) {
        return BuiltInChannel.COMMAND_LINE.key(secret(data));
    }

    /**
     * Clients of the broker's operator.
     *
     * @throws CommandLineException when the directory has no readable secret, or the secret is damaged
     */
    public static KafkaClients kafkaClients(Path data, ServicePorts ports) {
        return BrokerLogin.operator(secret(data)).clients(ports.bootstrapServers());
    }

    /**
     * Secrets of the installation by purpose: that of the directory, and those of the environment.
     *
     * @throws CommandLineException when the directory has no readable secret
     * @throws IllegalArgumentException when one of them is too short
     */
    public static InstallationSecrets secrets(Path data) {
        return secrets(DataDirectory.readSecret(data));
    }

    static InstallationSecrets secrets(String secret) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("data", Map.of("pintu.secret", secret)));
        return InstallationSecrets.of(environment);
    }

    /**
     * Secret of the installation.
     *
     * @throws CommandLineException when the directory has no readable secret, or the secret is damaged
     */
    public static InstallationSecret secret(Path data) {
        try {
            return new InstallationSecret(DataDirectory.readSecret(data));
        } catch (IllegalArgumentException e) {
            throw new CommandLineException("The secret in " + data + " is damaged: it is too short.");
        }
    }
}
