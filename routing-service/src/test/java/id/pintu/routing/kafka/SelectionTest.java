package id.pintu.routing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.MalformedEvent;
import id.pintu.events.Stamp;
import id.pintu.events.Topics;
import id.pintu.house.ledger.Records;
import id.pintu.house.ledger.Saying;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final ComplaintId ID = ComplaintId.of(new byte[8]);
    private static final Selection REPLIES = Selection.of(ComplaintReplied.class::equals);

    @Test
    void readsWhatMattersAndPassesTheRest() {
        ComplaintEvent reply = new ComplaintReplied(stamp(ComplaintReplied.class), "sudah");
        ComplaintEvent withdrawal = new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "selesai");

        assertThat(REPLIES.read(Records.at(0, Saying.event(reply), "intake"))).contains(reply);
        assertThat(REPLIES.read(Records.at(1, Saying.event(withdrawal), "intake")))
                .isEmpty();
    }

    @Test
    void whatDoesNotMatterIsNotEvenParsed() {
        assertThat(REPLIES.read(broken("complaint-withdrawn"))).isEmpty();
        assertThat(REPLIES.read(new ConsumerRecord<>(Topics.COMPLAINTS, 0, 0, new byte[0], new byte[0])))
                .isEmpty();

        assertThatThrownBy(() -> REPLIES.read(broken("complaint-replied"))).isInstanceOf(MalformedEvent.class);
    }

    private static ConsumerRecord<byte[], byte[]> broken(String type) {
        byte[] body = "{".getBytes(StandardCharsets.UTF_8);
        return Records.at(0, Saying.of(Topics.COMPLAINTS, ID, type, new UUID(0, 1), Instant.EPOCH, body), "intake");
    }

    private static Stamp stamp(Class<? extends ComplaintEvent> type) {
        return Stamp.of(ID, new UUID(0, 0), type, Instant.EPOCH);
    }
}
