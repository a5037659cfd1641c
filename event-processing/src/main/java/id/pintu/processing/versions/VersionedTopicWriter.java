package id.pintu.processing.versions;

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
public final class VersionedTopicWriter<T> {

    private static final int MAX_ATTEMPTS = 20;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final VersionedTopic<T> topic;

    public VersionedTopicWriter(VersionedTopic<T> topic) {
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
    public synchronized List<VersionedValue<T>> change(
            ChangeMetadata metadata, Function<VersionHistory<T>, Map<String, T>> decide) {
        List<VersionedValue<T>> unconfirmed = List.of();
        for (int attempt = 1; ; attempt++) {
            boolean locked = false;
            try (KafkaProducer<byte[], byte[]> lock = lock()) {
                locked = true;
                if (!unconfirmed.isEmpty() && isWritten(unconfirmed)) {
                    return unconfirmed;
                }
                unconfirmed = topic.get().nextVersions(decide.apply(topic.get()), metadata);
                if (!unconfirmed.isEmpty()) {
                    write(lock, unconfirmed);
                    topic.add(unconfirmed);
                }
                return unconfirmed;
            } catch (KafkaException e) {
                // Behind the lock whatever went wrong is settled by taking it again, and reading what is there.
                if (attempt == MAX_ATTEMPTS || (!locked && !isFenced(e))) {
                    throw e;
                }
            }
        }
    }

    /** A commit that failed for another reason than being fenced may have been one all the same. */
    private boolean isWritten(List<VersionedValue<T>> versions) {
        return versions.stream()
                .allMatch(version -> topic.get().history(version.key()).stream()
                        .anyMatch(existing -> Arrays.equals(existing.json(), version.json())));
    }

    private KafkaProducer<byte[], byte[]> lock() {
        KafkaProducer<byte[], byte[]> lock = producer();
        try {
            lock.initTransactions();
            if (!topic.awaitRead(highWatermark(), READ_TIMEOUT)) {
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
    private void write(KafkaProducer<byte[], byte[]> lock, List<VersionedValue<T>> versions) {
        lock.beginTransaction();
        for (VersionedValue<T> each : versions) {
            byte[] key = each.key().getBytes(StandardCharsets.UTF_8);
            byte[] json = each.json();
            lock.send(new ProducerRecord<>(VersionedTopic.historyTopic(topic.name()), key, json));
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
    private static boolean isFenced(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || isFenced(failure.getCause()));
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
