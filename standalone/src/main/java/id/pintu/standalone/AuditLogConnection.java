package id.pintu.standalone;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.server.OperatorAuthorization;
import id.pintu.support.audit.AuditTopics;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** picocli mixin of the commands that read the audit log: of a server of this machine, or of a cluster. */
final class AuditLogConnection {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory of the running server (default: ./data).")
    private Path data = Path.of("data");

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Address of a cluster, instead of a running server. Needs the secrets in the environment.")
    private Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Client properties of a user of the cluster who may read the topic audit.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(names = "--topic", hidden = true, description = "Another topic with a copy of the log.")
    private String topic = AuditTopics.CHAIN;

    String topic() {
        return topic;
    }

    /**
     * @throws CommandLineException when a file cannot be read
     */
    KafkaClients clients() {
        if (bootstrapServers.isEmpty()) {
            return OperatorAuthorization.kafkaClients(data, portOffset.ports());
        }
        Map<String, String> connection =
                commandConfig.map(AuditLogConnection::read).orElseGet(HashMap::new);
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers.get());
        return new KafkaClients(connection);
    }

    /**
     * @throws CommandLineException when one is missing or too short
     */
    InstallationSecrets secrets() {
        try {
            return bootstrapServers.isEmpty()
                    ? OperatorAuthorization.secrets(data)
                    : InstallationSecrets.of(new StandardEnvironment());
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
