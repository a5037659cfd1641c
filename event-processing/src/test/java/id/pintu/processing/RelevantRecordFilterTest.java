package id.pintu.processing;

import static id.pintu.processing.SampleEvents.NOW;
import static id.pintu.processing.SampleEvents.POTHOLE;
import static id.pintu.processing.SampleEvents.reply;
import static id.pintu.processing.SampleEvents.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests of {@link RelevantRecordFilter}: which records reach a processor, and when its cache is cleared. */
class RelevantRecordFilterTest {

    private final EmbeddedMongo store = new EmbeddedMongo();
    private final SnapshotStore<SampleDecider.SampleState> snapshots =
            new SnapshotStore<>(store.database(), SampleDecider.SampleState.class);
    private final EventProcessor<SampleDecider.SampleState> processor =
            EventProcessor.of(SampleDecider.SERVICE, new SampleDecider(), snapshots, () -> NOW);
    private final RelevantRecordFilter filter = new RelevantRecordFilter(List.of(processor));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesOutWhatTheProcessorWouldSkip() {
        ConsumerRecord<byte[], byte[]> consumed =
                TestRecords.at(0, OutboundRecord.event(reply(POTHOLE, "wet")), "intake");
        ConsumerRecord<byte[], byte[]> folded =
                TestRecords.at(1, OutboundRecord.foldedEvent(reply(POTHOLE, "own"), 0), SampleDecider.SERVICE);

        assertThat(filter.isProcessed(consumed)).isTrue();
        assertThat(filter.isProcessed(folded)).isFalse();
    }

    @Test
    void keepsTheCacheUntilPartitionsChange() {
        assertThat(repliesAfter(reply(POTHOLE, "first"), 0)).isOne();
        store.database().drop();
        assertThat(repliesAfter(reply(POTHOLE, "second"), 1)).as("cached").isEqualTo(2);
        store.database().drop();
        filter.onPartitionsChanged();
        assertThat(repliesAfter(withdrawal(POTHOLE), 2)).as("loaded").isZero();
    }

    private int repliesAfter(ComplaintEvent event, long offset) {
        ConsumerRecord<byte[], byte[]> record = TestRecords.at(offset, OutboundRecord.event(event), "intake");
        processor.apply(TestRecords.batch(List.of(record)));
        return snapshots.find(POTHOLE).orElseThrow().replies();
    }
}
