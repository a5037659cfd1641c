package id.pintu.standalone;

import id.pintu.support.keys.InstallationSecrets;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.core.env.StandardEnvironment;

/** Static functions of the commands that connect to a cluster, rather than to a server of this machine. */
final class ClusterConnection {

    private ClusterConnection() {}

    /**
     * Client properties of a cluster.
     *
     * @param commandConfig file of {@code --command-config} with the properties of a user
     * @throws CommandLineException when the file cannot be read
     */
    static Map<String, String> of(String bootstrapServers, Optional<Path> commandConfig) {
        Map<String, String> connection =
                commandConfig.map(ClusterConnection::read).orElseGet(HashMap::new);
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return connection;
    }

    /**
     * Secrets of the environment.
     *
     * @throws CommandLineException when one is missing or too short
     */
    static InstallationSecrets secrets() {
        try {
            return InstallationSecrets.of(new StandardEnvironment());
        } catch (IllegalArgumentException e) {
            throw new CommandLineException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> read(Path path) {
        Properties read = new Properties();
        try (Reader file = Files.newBufferedReader(path)) {
            read.load(file);
        } catch (IOException e) {
            throw new CommandLineException("--command-config: " + path + " cannot be read: " + e);
        }
        Map<String, String> connection = new HashMap<>();
        read.stringPropertyNames().forEach(name -> connection.put(name, read.getProperty(name)));
        return connection;
    }
}
