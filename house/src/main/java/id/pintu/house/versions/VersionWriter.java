package id.pintu.house.versions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes new versions, of whatever instance: no two are made from the same knowledge.
 *
 * <p>A writer takes the topic's lock, which is a transactional id: that fences whoever had it, and settles what they were
 * about to write. It then reads to the end, decides, and writes. Was it fenced meanwhile, its commit fails, nothing of it
 * is seen by anybody, and it begins again with what the other wrote.
 */
public final class VersionWriter<T> {

    private static final int ATTEMPTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final VersionedTopic<T> topic;

    public VersionWriter(VersionedTopic<T> topic) {
        this.topic = topic;
    }

    /**
     * Changes several things in one go, or none.
     *
     * @param decide from all that is known to the new values by key; may be asked more than once, and may refuse by an
     *     exception of its own
     * @return what was written; empty when there was nothing to change
     * @throws KafkaException when the broker does not answer; it may or may not be written then
     */
    public synchronized List<Version<T>> change(Signature signature, Function<Versions<T>, Map<String, T>> decide) {
        List<Version<T>> doubtful = List.of();
        for (int attempt = 1; ; attempt++) {
            boolean locked = false;
            try (KafkaProducer<byte[], byte[]> lock = lock()) {
                locked = true;
                if (!doubtful.isEmpty() && isWritten(doubtful)) {
                    return doubtful;
                }
                doubtful = topic.get().next(decide.apply(topic.get()), signature);
                if (!doubtful.isEmpty()) {
                    write(lock, doubtful);
                    topic.learn(doubtful);
                }
                return doubtful;
            } catch (KafkaException e) {
                // Behind the lock whatever went wrong is settled by taking it again, and reading what is there.
                if (attempt == ATTEMPTS || (!locked && !fenced(e))) {
                    throw e;
                }
            }
        }
    }

    /** A commit that failed for another reason than being fenced may have been one all the same. */
    private boolean isWritten(List<Version<T>> versions) {
        return versions.stream()
                .allMatch(ours -> topic.get().history(ours.key()).stream()
                        .anyMatch(there -> Arrays.equals(there.json(), ours.json())));
    }

    private KafkaProducer<byte[], byte[]> lock() {
        KafkaProducer<byte[], byte[]> lock = producer();
        try {
            lock.initTransactions();
            if (!topic.awaitRead(highWatermark(), PATIENCE)) {
                throw new KafkaException("the end of " + topic.partition() + " was not reached");
            }
            return lock;
        } catch (InterruptedException e) {
            lock.close(Duration.ZERO);
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (RuntimeException e) {
            lock.close(Duration.ZERO);
            throw e;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send did
    private void write(KafkaProducer<byte[], byte[]> lock, List<Version<T>> versions) {
        lock.beginTransaction();
        for (Version<T> each : versions) {
            byte[] key = each.key().getBytes(StandardCharsets.UTF_8);
            byte[] json = each.json();
            lock.send(new ProducerRecord<>(VersionedTopic.history(topic.name()), key, json));
            lock.send(new ProducerRecord<>(topic.name(), key, json));
        }
        lock.commitTransaction();
    }

    /** Read uncommitted: a transaction that is just completing is waited for, not missed. */
    private long highWatermark() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000))) {
            return admin.listOffsets(Map.of(topic.partition(), OffsetSpec.latest()))
                    .partitionResult(topic.partition())
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new KafkaException("the end of " + topic.partition() + " is unknown", e);
        }
    }

    /** Kafka tells it in two ways, and later only as the cause of another failure. */
    private static boolean fenced(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || fenced(failure.getCause()));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic.name() + "-writer",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
