package id.pintu.processing;

import id.pintu.processing.binder.ConsumedRecordFilter;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Filter that leaves out, by their headers, the records that a processor would skip. When partitions come or go, another
 * instance may have changed snapshots or is about to, so the processor forgets those that it has cached.
 */
record RelevantRecordFilter(EventProcessor<?> processor) implements ConsumedRecordFilter {

    @Override
    public boolean isProcessed(ConsumerRecord<?, ?> record) {
        return processor.isProcessed(record);
    }

    @Override
    public void onPartitionsChanged() {
        processor.clearCache();
    }
}
