package id.pintu.standalone.server;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.brokeraccess.BrokerAccessAdministrator;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.support.keys.InstallationSecret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Real Kafka broker with its KRaft controller in this JVM, for one machine and one owner: it listens on 127.0.0.1 only, and
 * keeps its data in one directory over restarts. Nobody connects without a password, and nobody but the operator may do what
 * no access control list allows.
 *
 * <p>Acknowledged records are in the operating system's page cache, as on any Kafka broker: {@code kill -9} of the process
 * loses none of them, and the next start recovers. A power failure can lose the last seconds; Kafka's remedy is replicas
 * on other machines, which the all-in-one server does not have.
 *
 * <p>This is the only class that uses Kafka's internal API, which can change with every version of Kafka.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;

    /** Constant, so that formatting a directory again changes nothing. */
    private static final String CLUSTER = "PintuStandaloneBrokerA";

    private final String address;
    private final BrokerLogin operator;
    private final KafkaRaftServer server;

    private EmbeddedBroker(String address, BrokerLogin operator, KafkaRaftServer server) {
        this.address = address;
        this.operator = operator;
        this.server = server;
    }

    /**
     * Starts the broker and returns when it accepts requests, and when every service has its login.
     *
     * @param data directory for this broker alone; created when it does not exist
     * @param port on 127.0.0.1, or 0 for any free port
     * @param secret from which the passwords are derived
     * @throws IllegalStateException when the directory cannot be used or the port is in use
     */
    public static EmbeddedBroker start(Path data, int port, InstallationSecret secret) {
        String address = "127.0.0.1:" + (port == 0 ? freePort() : port);
        BrokerLogin operator = BrokerLogin.operator(secret);
        format(data);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(data, address, operator)), Time.SYSTEM);
        server.startup();
        EmbeddedBroker broker = new EmbeddedBroker(address, operator, server);
        try (BrokerAccessAdministrator access = new BrokerAccessAdministrator(broker.clients())) {
            access.applyServices(secret);
            return broker;
        } catch (RuntimeException | Error e) {
            broker.close();
            throw e;
        }
    }

    /** Address for clients, such as {@code 127.0.0.1:9092}. */
    public String bootstrapServers() {
        return address;
    }

    /** Clients of the operator, who may do everything. */
    public KafkaClients clients() {
        return operator.clients(address);
    }

    /**
     * Creates topics, and returns when the broker has them.
     *
     * @throws java.util.concurrent.CompletionException when one cannot be created, for example because it exists
     */
    public void createTopics(NewTopic... topics) {
        try (Admin admin = clients().admin()) {
            admin.createTopics(List.of(topics))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    /** Identity of the data in a broker's directory; given now when the directory is new. */
    static String identity(Path data) {
        format(data);
        try (Reader properties = Files.newBufferedReader(data.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            Properties read = new Properties();
            read.load(properties);
            return read.getProperty("directory.id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shuts down in order, so that the next start has nothing to recover. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path data) {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER)
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    // The only replica is always the leader: after a crash there is nothing to elect.
                    .setFeatureLevel("eligible.leader.replicas.version", (short) 0)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("the broker cannot use the directory " + data, e);
        }
    }

    private static Map<String, String> settings(Path data, String address, BrokerLogin operator) {
        // Only this broker connects to the controller: any free port will do, and may change with each start.
        String controller = "127.0.0.1:" + freePort();
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "CLIENTS://" + address + ",CONTROLLER://" + controller),
                Map.entry("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "CLIENTS"),
                // A client has to show its password again after so long: what was revoked ends then at the latest.
                Map.entry("listener.name.clients.connections.max.reauth.ms", "3600000"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("listener.name.clients.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
                Map.entry("listener.name.clients.plain.sasl.jaas.config", operator.brokerJaasConfig()),
                Map.entry(
                        "listener.name.clients.scram-sha-512.sasl.jaas.config",
                        ScramLoginModule.class.getName() + " required;"),
                Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.controller.plain.sasl.jaas.config", operator.brokerJaasConfig()),
                Map.entry("authorizer.class.name", StandardAuthorizer.class.getName()),
                Map.entry("super.users", "User:" + operator.user()),
                Map.entry("log.dirs", data.toString()),
                // One broker: one replica of every topic, and few partitions of the internal topics.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                // A server that was off for three months continues where it stopped.
                Map.entry("log.retention.hours", String.valueOf(90 * 24)),
                Map.entry("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE)),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Fast start, also after a crash, when the controller first waits until the old session expires.
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("metadata.max.idle.interval.ms", "0"),
                // Small files and buffers, for several hundred topics on a laptop.
                Map.entry("log.segment.bytes", String.valueOf(128 << 20)),
                Map.entry("log.index.size.max.bytes", String.valueOf(1 << 20)),
                Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20)),
                Map.entry("background.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "8"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("metric.reporters", ""));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        }
    }

    /**
     * Runs a broker in a process of its own until SIGTERM; prints {@code ready} and the address. The environment has the
     * secret, {@code PINTU_SECRET}.
     *
     * @param args the directory, and the port or 0
     */
    public static void main(String... args) {
        EmbeddedBroker broker = start(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                new InstallationSecret(Objects.requireNonNullElse(System.getenv("PINTU_SECRET"), "")));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("ready " + broker.bootstrapServers());
        broker.server.awaitShutdown();
    }
}
