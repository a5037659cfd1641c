package id.pintu.standalone;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.server.OperatorAuthorization;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.keys.InstallationSecrets;
import java.nio.file.Path;
import java.util.Optional;
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
        return new KafkaClients(ClusterConnection.of(bootstrapServers.get(), commandConfig));
    }

    /**
     * @throws CommandLineException when one is missing or too short
     */
    InstallationSecrets secrets() {
        if (bootstrapServers.isPresent()) {
            return ClusterConnection.secrets();
        }
        try {
            return OperatorAuthorization.secrets(data);
        } catch (IllegalArgumentException e) {
            throw new CommandLineException(String.valueOf(e.getMessage()));
        }
    }
}
