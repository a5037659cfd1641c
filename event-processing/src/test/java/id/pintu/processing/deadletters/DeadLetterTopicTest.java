package id.pintu.processing.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.DeadLetterFactory;
import id.pintu.processing.DeadLetterKind;
import id.pintu.processing.InboundRecord;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.TestRecords;
import id.pintu.processing.deadletters.DeadLetterClosure.ClosureMethod;
import id.pintu.processing.topics.KafkaClients;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the records of {@code complaints.dead} mean; they are read from a broker in the system tests. */
class DeadLetterTopicTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final ComplaintId COMPLAINT = ComplaintId.of(new byte[8]);
    private static final String POSITION = "complaints-0@17";

    private final DeadLetterTopic topic = new DeadLetterTopic(KafkaClients.unauthenticated("127.0.0.1:1"));
    private long offset;

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void whatNoServiceCanReadIsOneDeadLetterThatListsThem() {
        fail("sla", DeadLetterKind.MALFORMED);
        fail("portal", DeadLetterKind.MALFORMED);

        assertThat(topic.openCount()).isOne();
        DeadLetter letter = topic.find(POSITION).orElseThrow();
        assertThat(letter.services()).containsExactly("portal", "sla");
        assertThat(letter.from()).isEqualTo(new RecordPosition("complaints", 0, 17));
        assertThat(letter.complaint()).contains(COMPLAINT);
        assertThat(topic.openByComplaint()).containsOnlyKeys(COMPLAINT);
    }

    @Test
    void aFailureOfOneServiceIsItsOwnDeadLetter() {
        fail("sla", DeadLetterKind.UNDECIDABLE);
        fail("portal", DeadLetterKind.UNSAVED);

        assertThat(topic.list(true, -1, 10))
                .extracting(DeadLetter::id)
                .containsExactly(POSITION + "~sla", POSITION + "~portal");
        assertThat(topic.list(true, 0, 10)).extracting(DeadLetter::id).containsExactly(POSITION + "~portal");
        assertThat(topic.openByKind()).containsEntry("unsaved", 1L).containsEntry("undecidable", 1L);
    }

    @Test
    void aClosedOneStaysClosedWhenAnotherServiceMeetsItLater() {
        fail("sla", DeadLetterKind.MALFORMED);
        DeadLetterClosure closure = new DeadLetterClosure(ClosureMethod.REPLAYED, "OPERATOR", "", NOW);
        deliver(OutboundRecord.of(
                TopicNames.DEAD_LETTERS,
                POSITION,
                "dead-letter-closed",
                new UUID(0, 1),
                NOW,
                WireJsonMapper.MAPPER.writeValueAsBytes(closure)));
        fail("portal", DeadLetterKind.MALFORMED);

        assertThat(topic.openCount()).isZero();
        assertThat(topic.openByComplaint()).isEmpty();
        assertThat(topic.list(false, -1, 10)).extracting(DeadLetter::closure).isEqualTo(List.of(Optional.of(closure)));
    }

    private void fail(String service, DeadLetterKind kind) {
        InboundRecord broken = InboundRecord.of(TestRecords.at(
                17,
                OutboundRecord.of("complaints", COMPLAINT, "complaint-replied", new UUID(0, 0), NOW, new byte[3]),
                "intake"));
        deliver(DeadLetterFactory.deadLetter(service, broken, kind, "a reason"));
    }

    private void deliver(OutboundRecord record) {
        topic.read(TestRecords.at(offset++, record, "any"));
    }
}
