package id.pintu.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.MalformedMessageException;
import id.pintu.events.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventTypeFilterTest {

    private static final ComplaintId ID = ComplaintId.of(new byte[8]);
    private static final EventTypeFilter REPLIES = EventTypeFilter.accepting(ComplaintReplied.class::equals);

    @Test
    void parsesAcceptedTypesAndSkipsTheRest() {
        ComplaintEvent reply = new ComplaintReplied(stamp(ComplaintReplied.class), "sudah");
        ComplaintEvent withdrawal = new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "selesai");

        assertThat(REPLIES.readIfMatching(TestRecords.at(0, OutboundRecord.event(reply), "intake")))
                .contains(reply);
        assertThat(REPLIES.readIfMatching(TestRecords.at(1, OutboundRecord.event(withdrawal), "intake")))
                .isEmpty();
    }

    @Test
    void doesNotParseOtherTypes() {
        assertThat(REPLIES.readIfMatching(broken("complaint-withdrawn"))).isEmpty();
        assertThat(REPLIES.readIfMatching(new ConsumerRecord<>(TopicNames.COMPLAINTS, 0, 0, new byte[0], new byte[0])))
                .isEmpty();

        assertThatThrownBy(() -> REPLIES.readIfMatching(broken("complaint-replied")))
                .isInstanceOf(MalformedMessageException.class);
    }

    private static ConsumerRecord<byte[], byte[]> broken(String type) {
        byte[] body = "{".getBytes(StandardCharsets.UTF_8);
        return TestRecords.at(
                0, OutboundRecord.of(TopicNames.COMPLAINTS, ID, type, new UUID(0, 1), Instant.EPOCH, body), "intake");
    }

    private static EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(ID, new UUID(0, 0), type, Instant.EPOCH);
    }
}
