package id.pintu.processing.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Query for the end offsets of partitions with uncommitted reads. They include transactions in flight, so a
 * {@code read_committed} consumer that has reached them has waited for their end and has missed none.
 */
public final class HighWatermarks {

    private HighWatermarks() {}

    /**
     * @throws KafkaException when the broker does not answer
     */
    public static long of(Admin admin, TopicPartition partition) {
        return of(admin, List.of(partition)).getOrDefault(partition, 0L);
    }

    /**
     * @throws KafkaException when the broker does not answer
     */
    public static Map<TopicPartition, Long> of(Admin admin, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (ExecutionException e) {
            throw new KafkaException("the end offsets of " + partitions + " are unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
        return ends;
    }
}
