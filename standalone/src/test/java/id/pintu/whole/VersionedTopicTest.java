package id.pintu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.house.versions.Signature;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionWriter;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.standalone.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions on a real broker, with several instances that write at the same time. */
class VersionedTopicTest {

    private static final int PORT = 15_092;
    private static final Signature SIGNED = new Signature("DESK", "test", Instant.parse("2026-03-02T03:00:00Z"));

    private final List<VersionedTopic<Integer>> open = new ArrayList<>();
    private EmbeddedBroker broker;

    VersionedTopicTest(@TempDir Path data) {
        broker = EmbeddedBroker.start(data, PORT);
    }

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic("counts", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")),
                            new NewTopic("counts.history", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void close() {
        open.forEach(VersionedTopic::stop);
        broker.close();
    }

    @Test
    void twoInstancesThatCountTogetherLoseNoCount() {
        int each = 15;
        CompletableFuture.allOf(Stream.of(instance(), instance())
                        .map(topic -> CompletableFuture.runAsync(() -> count(topic, open.indexOf(topic), each)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        List<Version<Integer>> all = instance().get().history("a");
        List<Integer> upToAll = IntStream.rangeClosed(1, 2 * each).boxed().toList();
        assertThat(all).extracting(Version::value).isEqualTo(upToAll);
        assertThat(all).extracting(Version::version).isEqualTo(upToAll);
        assertThat(all)
                .extracting(Version::revision)
                .isEqualTo(upToAll.stream().map(Integer::longValue).toList());
        assertThat(committed("counts")).isEqualTo(committed("counts.history"));
    }

    @Test
    void anotherInstanceHearsOfAChangeAndARefusalWritesNothing() {
        VersionedTopic<Integer> one = instance();
        VersionedTopic<Integer> other = instance();
        new VersionWriter<>(one).change(SIGNED, versions -> Map.of("a", 1, "b", 2));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> other.get().revision() == 1);
        assertThat(other.get().latest()).hasSize(2);
        assertThat(new VersionWriter<>(other).change(SIGNED, versions -> Map.of()))
                .isEmpty();
        assertThat(instance().get().revision()).isEqualTo(1);
    }

    private static void count(VersionedTopic<Integer> topic, int number, int times) {
        VersionWriter<Integer> writer = new VersionWriter<>(topic);
        for (int i = 0; i < times; i++) {
            writer.change(
                    new Signature("DESK-" + number, "count " + i, SIGNED.at()),
                    versions ->
                            Map.of("a", versions.latest("a").map(Version::value).orElse(0) + 1));
        }
    }

    private VersionedTopic<Integer> instance() {
        VersionedTopic<Integer> topic = new VersionedTopic<>("counts", Integer.class, broker.bootstrapServers());
        topic.start();
        open.add(topic);
        return topic;
    }

    private List<String> committed(String name) {
        TopicPartition partition = new TopicPartition(name, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<String> found = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }
}
