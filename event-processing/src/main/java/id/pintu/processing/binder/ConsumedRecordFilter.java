package id.pintu.processing.binder;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Filter of the records that a service's functions get; a bean of the service. */
public interface ConsumedRecordFilter {

    /** Whether a record is passed to the function; by topic and headers alone, since it is asked for every record. */
    boolean isProcessed(ConsumerRecord<?, ?> record);

    /** Called when partitions were assigned to this instance or taken from it, before the next batch. */
    void onPartitionsChanged();

    /** Filter that passes every record. */
    static ConsumedRecordFilter none() {
        return new ConsumedRecordFilter() {
            @Override
            public boolean isProcessed(ConsumerRecord<?, ?> record) {
                return true;
            }

            @Override
            public void onPartitionsChanged() {}
        };
    }
}
