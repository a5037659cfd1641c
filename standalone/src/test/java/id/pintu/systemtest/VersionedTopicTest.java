package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.processing.versions.ChangeMetadata;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedTopicWriter;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test of versioned topics on a real broker, with several instances that write concurrently. */
class VersionedTopicTest {

    private static final InstallationSecret SECRET =
            new InstallationSecret("a secret of this test, long enough to be one");

    private static final ChangeMetadata AUTHOR =
            new ChangeMetadata("DESK", "test", Instant.parse("2026-03-02T03:00:00Z"));

    private final List<VersionedTopic<Integer>> topics = new ArrayList<>();
    private EmbeddedBroker broker;

    VersionedTopicTest(@TempDir Path data) {
        broker = EmbeddedBroker.start(data, 0, SECRET);
    }

    @BeforeEach
    void createTopics() {
        broker.createTopics(
                new NewTopic("counts", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")),
                new NewTopic("counts.history", 1, (short) 1));
    }

    @AfterEach
    void close() {
        topics.forEach(VersionedTopic::stop);
        broker.close();
    }

    @Test
    void concurrentChangesOfTwoInstancesAreAllKept() {
        int each = 15;
        CompletableFuture.allOf(Stream.of(instance(), instance())
                        .map(topic -> CompletableFuture.runAsync(() -> count(topic, topics.indexOf(topic), each)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        List<VersionedValue<Integer>> all = instance().get().history("a");
        List<Integer> upToAll = IntStream.rangeClosed(1, 2 * each).boxed().toList();
        assertThat(all).extracting(VersionedValue::value).isEqualTo(upToAll);
        assertThat(all).extracting(VersionedValue::version).isEqualTo(upToAll);
        assertThat(all)
                .extracting(VersionedValue::revision)
                .isEqualTo(upToAll.stream().map(Integer::longValue).toList());
        assertThat(committed("counts")).isEqualTo(committed("counts.history"));
    }

    @Test
    void aChangeReachesTheOtherInstanceAndAnEmptyChangeWritesNothing() {
        VersionedTopic<Integer> one = instance();
        VersionedTopic<Integer> other = instance();
        new VersionedTopicWriter<>(one).change(AUTHOR, versions -> Map.of("a", 1, "b", 2));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> other.get().revision() == 1);
        assertThat(other.get().latest()).hasSize(2);
        assertThat(new VersionedTopicWriter<>(other).change(AUTHOR, versions -> Map.of()))
                .isEmpty();
        assertThat(instance().get().revision()).isEqualTo(1);
    }

    private static void count(VersionedTopic<Integer> topic, int number, int times) {
        VersionedTopicWriter<Integer> writer = new VersionedTopicWriter<>(topic);
        for (int i = 0; i < times; i++) {
            writer.change(
                    new ChangeMetadata("DESK-" + number, "count " + i, AUTHOR.at()),
                    versions -> Map.of(
                            "a", versions.latest("a").map(VersionedValue::value).orElse(0) + 1));
        }
    }

    private VersionedTopic<Integer> instance() {
        VersionedTopic<Integer> topic = new VersionedTopic<>("counts", Integer.class, broker.clients());
        topic.start();
        topics.add(topic);
        return topic;
    }

    private List<String> committed(String topic) {
        List<String> values = new ArrayList<>();
        CommittedTopicReader.readAll(
                broker.clients(),
                topic::equals,
                record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
        return values;
    }
}
