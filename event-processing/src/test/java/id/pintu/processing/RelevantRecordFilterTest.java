package id.pintu.processing;

import static id.pintu.processing.SampleEvents.NOW;
import static id.pintu.processing.SampleEvents.POTHOLE;
import static id.pintu.processing.SampleEvents.reply;
import static id.pintu.processing.SampleEvents.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.TopicNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests of {@link RelevantRecordFilter}: which records reach a processor, and when its cache is cleared. */
class RelevantRecordFilterTest {

    private static final TopicPartition PARTITION = new TopicPartition(TopicNames.COMPLAINTS, 0);

    private final EmbeddedMongo store = new EmbeddedMongo();
    private final SnapshotStore<SampleDecider.SampleState> snapshots =
            new SnapshotStore<>(store.database(), SampleDecider.SampleState.class);
    private final EventProcessor<SampleDecider.SampleState> processor =
            EventProcessor.of(SampleDecider.SERVICE, new SampleDecider(), snapshots, () -> NOW);
    private final RelevantRecordFilter filter = new RelevantRecordFilter(processor);
    private final GenerationConsumer consumer = new GenerationConsumer();

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

        assertThat(filter.intercept(records(List.of(consumed, folded)), consumer)
                        .records(PARTITION))
                .extracting(ConsumerRecord::offset)
                .containsExactly(0L);
        assertThat(filter.intercept(records(List.of(folded)), consumer).isEmpty())
                .isTrue();
    }

    @Test
    void keepsTheCacheWithinAGenerationAndClearsItAfterARebalance() {
        assertThat(repliesAfter(reply(POTHOLE, "first"), 0)).isOne();
        store.database().drop();
        assertThat(repliesAfter(reply(POTHOLE, "second"), 1)).as("cached").isEqualTo(2);
        store.database().drop();
        consumer.generation++;
        assertThat(repliesAfter(withdrawal(POTHOLE), 2)).as("loaded").isZero();
    }

    private int repliesAfter(ComplaintEvent event, long offset) {
        ConsumerRecord<byte[], byte[]> record = TestRecords.at(offset, OutboundRecord.event(event), "intake");
        filter.intercept(records(List.of(record)), consumer);
        processor.apply(TestRecords.batch(List.of(record)));
        return snapshots.find(POTHOLE).orElseThrow().replies();
    }

    @SuppressWarnings("unchecked") // as the container passes them, whatever their type
    private static ConsumerRecords<Object, Object> records(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<Object, Object>> list = (List<ConsumerRecord<Object, Object>>) (List<?>) records;
        return new ConsumerRecords<>(
                Map.of(PARTITION, list),
                Map.of(PARTITION, new OffsetAndMetadata(records.getLast().offset() + 1)));
    }

    /** Consumer of a group whose generation the test sets. */
    private static final class GenerationConsumer extends MockConsumer<Object, Object> {

        private int generation = 1;

        GenerationConsumer() {
            super("earliest");
        }

        @Override
        @SuppressWarnings("removal") // to be an interface in Kafka 5
        public ConsumerGroupMetadata groupMetadata() {
            return new ConsumerGroupMetadata("toy", generation, "member", Optional.empty());
        }
    }
}
