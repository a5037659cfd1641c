package id.pintu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.Report;
import id.pintu.events.Stamp;
import id.pintu.events.Topics;
import id.pintu.events.WireJson;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.Commands;
import id.pintu.house.ledger.Saying;
import id.pintu.house.reading.Committed;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.kafka.RepeatWatch;
import id.pintu.standalone.EmbeddedBroker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The watch for repeats, on a real broker. */
class RepeatWatchTest {

    private static final int PORT = 15_192;
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final String COMMANDS = Topics.commands("routing");
    private static final String POTHOLE =
            "Lubang besar di jalan depan Pasar Johar, sudah dua pengendara motor jatuh minggu ini";

    private final EmbeddedBroker broker;
    private final Commands writer;

    RepeatWatchTest(@TempDir Path data) {
        broker = EmbeddedBroker.start(data, PORT);
        writer = new Commands("routing", broker.bootstrapServers());
    }

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.COMPLAINTS, 1, (short) 1), new NewTopic(COMMANDS, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void close() {
        writer.close();
        broker.close();
    }

    @Test
    void whatCannotBeReadIsSkippedByItselfAndTheRepeatBehindItIsSeen() {
        writer.send(Saying.event(submitted(1)), Optional.empty()).join();
        writer.send(broken(2), Optional.empty()).join();
        writer.send(Saying.event(submitted(3)), Optional.empty()).join();

        RepeatWatch watch = new RepeatWatch(
                broker.bootstrapServers(),
                writer,
                new CommandJson<>(HandlingCommand.class),
                report -> Optional.empty(),
                () -> NOON);
        watch.start();
        try {
            List<JsonNode> said = new ArrayList<>();
            try (KafkaConsumer<byte[], byte[]> line = line()) {
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
                    line.poll(Duration.ofMillis(200))
                            .forEach(record -> said.add(WireJson.MAPPER.readTree(record.value())));
                    return !said.isEmpty();
                });
            }
            assertThat(said).singleElement().satisfies(link -> {
                assertThat(link.path("complaintId").asString()).isEqualTo(id(3).value());
                assertThat(link.path("of").asString()).isEqualTo(id(1).value());
            });
        } finally {
            watch.stop();
        }
    }

    private KafkaConsumer<byte[], byte[]> line() {
        KafkaConsumer<byte[], byte[]> line = Committed.consumer(broker.bootstrapServers());
        line.assign(Committed.partitions(line, COMMANDS));
        return line;
    }

    private static ComplaintSubmitted submitted(int number) {
        return new ComplaintSubmitted(
                Stamp.of(id(number), new UUID(1, number), ComplaintSubmitted.class, NOON.plusSeconds(number)),
                new Report(
                        Door.WEB,
                        ComplaintKind.COMPLAINT,
                        "",
                        POTHOLE,
                        Report.Place.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Report.Privacy.OPEN));
    }

    /** It says of itself that it is a report, and is none. */
    private static Saying broken(int number) {
        return Saying.of(
                Topics.COMPLAINTS,
                id(number),
                "complaint-submitted",
                new UUID(2, number),
                NOON,
                "{".getBytes(StandardCharsets.UTF_8));
    }

    private static ComplaintId id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
    }
}
