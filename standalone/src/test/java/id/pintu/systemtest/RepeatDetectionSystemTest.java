package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.SubmittedReport;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.OutboundRecord;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.kafka.RepeatDetectionConsumer;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.support.keys.InstallationSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** System test of the repeat detection consumer on a real broker. */
class RepeatDetectionSystemTest {

    private static final InstallationSecret SECRET =
            new InstallationSecret("a secret of this test, long enough to be one");

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final String COMMANDS = TopicNames.commandTopic("routing");
    private static final String POTHOLE =
            "Lubang besar di jalan depan Pasar Johar, sudah dua pengendara motor jatuh minggu ini";

    private final EmbeddedBroker broker;
    private final CommandSender writer;

    RepeatDetectionSystemTest(@TempDir Path data) {
        broker = EmbeddedBroker.start(data, 0, SECRET);
        writer = new CommandSender("routing", "test", broker.clients());
    }

    @BeforeEach
    void createTopics() {
        broker.createTopics(new NewTopic(TopicNames.COMPLAINTS, 1, (short) 1), new NewTopic(COMMANDS, 1, (short) 1));
    }

    @AfterEach
    void close() {
        writer.close();
        broker.close();
    }

    @Test
    void skipsAnUnreadableRecordAndLinksTheRepeatAfterIt() {
        writer.send(OutboundRecord.event(submitted(1)), Optional.empty()).join();
        writer.send(unreadable(2), Optional.empty()).join();
        writer.send(OutboundRecord.event(submitted(3)), Optional.empty()).join();

        RepeatDetectionConsumer detection = new RepeatDetectionConsumer(
                broker.clients(),
                writer,
                new CommandCodec<>(HandlingCommand.class),
                report -> Optional.empty(),
                () -> NOON);
        detection.start();
        try {
            List<JsonNode> commands = Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(this::commands, Predicate.not(List::isEmpty));
            assertThat(commands).singleElement().satisfies(link -> {
                assertThat(link.path("complaintId").asString()).isEqualTo(id(3).value());
                assertThat(link.path("of").asString()).isEqualTo(id(1).value());
            });
        } finally {
            detection.stop();
        }
    }

    private List<JsonNode> commands() {
        List<JsonNode> commands = new ArrayList<>();
        CommittedTopicReader.readAll(
                broker.clients(),
                COMMANDS::equals,
                record -> commands.add(WireJsonMapper.MAPPER.readTree(record.value())));
        return commands;
    }

    private static ComplaintSubmitted submitted(int number) {
        return new ComplaintSubmitted(
                EventMetadata.of(id(number), new UUID(1, number), ComplaintSubmitted.class, NOON.plusSeconds(number)),
                SubmittedReport.ofText(POTHOLE));
    }

    /** A record of type {@code complaint-submitted} that is not valid JSON. */
    private static OutboundRecord unreadable(int number) {
        return OutboundRecord.of(
                TopicNames.COMPLAINTS,
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
