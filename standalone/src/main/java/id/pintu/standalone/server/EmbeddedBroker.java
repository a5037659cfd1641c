package id.pintu.standalone.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker (and its KRaft controller) inside this JVM, for one machine and one owner: it listens on
 * 127.0.0.1 only, without passwords, and keeps what it is told in one directory over restarts.
 *
 * <p>What it acknowledged is in the operating system's page cache, as on any Kafka broker: killing the process, even
 * with {@code kill -9}, loses none of it, and the next start recovers. A power cut may lose the last seconds; against
 * that Kafka has replicas on other machines, and the all-in-one has none.
 *
 * <p>Every internal of Kafka that Pintu touches is in this class; they may change with any version of Kafka.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;

    /** Always the same, so that formatting a directory a second time changes nothing. */
    private static final String CLUSTER = "PintuStandaloneBrokerA";

    private final String address;
    private final KafkaRaftServer server;

    private EmbeddedBroker(String address, KafkaRaftServer server) {
        this.address = address;
        this.server = server;
    }

    /**
     * Starts the broker and returns when it takes requests.
     *
     * @param data a directory of its own, made when it does not exist
     * @param port free on 127.0.0.1
     * @throws IllegalStateException when the directory cannot be used or the port is taken
     */
    public static EmbeddedBroker start(Path data, int port) {
        String address = "127.0.0.1:" + port;
        format(data);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(data, address)), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(address, server);
    }

    /** Where clients find it, such as {@code 127.0.0.1:9092}. */
    public String bootstrapServers() {
        return address;
    }

    /** Stops it in order, so that the next start has nothing to recover. */
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
                    // The only replica is always the leader; after a crash there is nothing to elect.
                    .setFeatureLevel("eligible.leader.replicas.version", (short) 0)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("the broker cannot use the directory " + data, e);
        }
    }

    private static Map<String, String> settings(Path data, String address) {
        // The controller is spoken to by this broker alone, so any port will do, another one at each start.
        String controller = "127.0.0.1:" + freePort();
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller),
                Map.entry("log.dirs", data.toString()),
                // One machine: one replica of everything, few partitions of what Kafka keeps for itself.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                // A machine that was switched off for a season goes on where it stopped.
                Map.entry("log.retention.hours", String.valueOf(90 * 24)),
                Map.entry("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE)),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Quick to start, also after a crash, when the controller first waits for the dead session to end.
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("metadata.max.idle.interval.ms", "0"),
                // Small, for several hundred topics on a laptop.
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
     * Runs a broker as a process of its own, until it is told to end.
     *
     * @param args the directory and the port
     */
    public static void main(String... args) {
        EmbeddedBroker broker = start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("ready " + broker.bootstrapServers());
        broker.server.awaitShutdown();
    }
}
