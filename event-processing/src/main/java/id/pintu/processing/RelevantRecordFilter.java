package id.pintu.processing;

import id.pintu.processing.binder.ConsumedRecordFilter;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Filter that leaves out, by their headers, the records that all processors of a service would skip. When partitions come or go, another
 * instance may have changed snapshots or is about to, so the processors forget those that they have cached.
 */
record RelevantRecordFilter(List<EventProcessor<?>> processors) implements ConsumedRecordFilter {

    @Override
    public boolean isProcessed(ConsumerRecord<?, ?> record) {
        return processors.stream().anyMatch(processor -> processor.isProcessed(record));
    }

    @Override
    public void onPartitionsChanged() {
        processors.forEach(EventProcessor::clearCache);
    }
}
