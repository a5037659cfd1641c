package id.pintu.sla.kafka;

import id.pintu.processing.topics.HighWatermarks;
import id.pintu.processing.topics.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Lock of one ledger partition for the timers: a producer whose transactional id belongs to the partition, not to the
 * instance. Acquiring it fences the previous holder and completes or aborts its open transaction.
 *
 * <p>It is released after any failure of the broker: whether the records of a failed commit are in the ledger shows only
 * after acquiring it again and reading on.
 */
final class PartitionLock implements AutoCloseable {

    /** Large batches send a burst in few requests; the short linger keeps a single record from waiting. */
    private static final int BATCH_BYTES = 512 * 1024;

    private final TopicPartition partition;
    private final KafkaClients clients;
    private @Nullable KafkaProducer<byte[], byte[]> held;

    PartitionLock(TopicPartition partition, KafkaClients clients) {
        this.partition = partition;
        this.clients = clients;
    }

    boolean isHeld() {
        return held != null;
    }

    /**
     * Takes the lock.
     *
     * @return the offset up to which the partition has to be read before anything is emitted
     * @throws KafkaException when the broker does not answer; the lock is not held then
     */
    long acquire(Admin admin) {
        KafkaProducer<byte[], byte[]> taken = producer();
        held = taken;
        try {
            taken.initTransactions();
            return endOffset(admin);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends all records in one transaction.
     *
     * @return the offset of each record, in order
     * @throws KafkaException when the broker does not answer; the lock is released then
     */
    List<Long> send(List<ProducerRecord<byte[], byte[]>> records) {
        if (held == null) {
            throw new IllegalStateException(partition + " is not locked");
        }
        KafkaProducer<byte[], byte[]> producer = held;
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
            records.forEach(each -> sent.add(producer.send(each)));
            producer.commitTransaction();
            return sent.stream().map(each -> each.resultNow().offset()).toList();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** High watermark of the partition. */
    long endOffset(Admin admin) {
        return HighWatermarks.of(admin, partition);
    }

    @Override
    public void close() {
        if (held != null) {
            // Without waiting: nothing is in flight, or it failed and the next holder of the lock aborts it.
            held.close(Duration.ZERO);
            held = null;
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return clients.producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "sla-timers-p" + partition.partition(),
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                6_000,
                ProducerConfig.LINGER_MS_CONFIG,
                2,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES));
    }
}
