package id.pintu.sla.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The right to speak for one partition of the ledger: a transactional id that belongs to the partition, not to the
 * instance. Taking it fences whoever had it, and settles what they were about to say.
 *
 * <p>It is given up whenever the broker does not answer: whether the words are in the ledger is only known after taking
 * it again and reading on.
 */
final class PartitionLock implements AutoCloseable {

    /** A burst goes out in few requests; one word alone does not wait for more of them. */
    private static final int BATCH_BYTES = 512 * 1024;

    private final TopicPartition partition;
    private final String bootstrapServers;
    private @Nullable KafkaProducer<byte[], byte[]> held;

    PartitionLock(TopicPartition partition, String bootstrapServers) {
        this.partition = partition;
        this.bootstrapServers = bootstrapServers;
    }

    boolean isHeld() {
        return held != null;
    }

    /**
     * @return the place up to which the partition is to be read before anything is said
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
     * Says all of it in one transaction, or nothing.
     *
     * @return the place of each word, in order
     * @throws KafkaException when the broker does not answer; the lock is given up then
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

    /** Read uncommitted: a transaction that is just completing is waited for, not missed. */
    long endOffset(Admin admin) {
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new KafkaException("the end of " + partition + " is unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (held != null) {
            // At once: nothing is under way, or it failed and whoever takes the lock next settles it.
            held.close(Duration.ZERO);
            held = null;
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
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
                        BATCH_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
