package id.pintu.processing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Batch interceptor that leaves out, by their headers, the records that a processor would skip, before a transaction is begun:
 * a batch of them alone begins none. Their offsets are committed with those of the next record that is processed.
 *
 * <p>When the group was rebalanced since the last batch, another instance may have changed snapshots, so the processor forgets
 * those that it has cached.
 */
final class RelevantRecordFilter implements BatchInterceptor<Object, Object> {

    private final EventProcessor<?> processor;
    private int generation = -1;

    RelevantRecordFilter(EventProcessor<?> processor) {
        this.processor = processor;
    }

    @Override
    public ConsumerRecords<Object, Object> intercept(
            ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        int current = consumer.groupMetadata().generationId();
        if (current != generation) {
            processor.clearCache();
            generation = current;
        }
        Map<TopicPartition, List<ConsumerRecord<Object, Object>>> kept = new HashMap<>();
        for (ConsumerRecord<Object, Object> record : records) {
            if (processor.isProcessed(record)) {
                kept.computeIfAbsent(
                                new TopicPartition(record.topic(), record.partition()), absent -> new ArrayList<>())
                        .add(record);
            }
        }
        return new ConsumerRecords<>(kept, records.nextOffsets());
    }
}
