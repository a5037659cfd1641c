package id.pintu.processing.versions;

import id.pintu.processing.topics.HighWatermarks;
import id.pintu.processing.topics.ProducerFencing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writer of a versioned topic that serialises the changes of all instances: no two changes are decided from the same
 * history.
 *
 * <p>A change takes the topic's lock, which is a transactional id: {@code initTransactions} fences the previous holder and
 * completes or aborts its open transaction. The writer then reads to the end of the topic, decides, and writes. If another
 * writer fences it meanwhile, its commit fails, no reader sees its records, and it starts again from the other's change.
 *
 * @param <T> type of the values
 */
public final class VersionedTopicWriter<T> {

    private static final int MAX_ATTEMPTS = 20;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final VersionedTopic<T> topic;

    public VersionedTopicWriter(VersionedTopic<T> topic) {
        this.topic = topic;
    }

    /**
     * Changes several keys atomically.
     *
     * @param decide maps the history to the new values by key; called again after a lost race, and may refuse by throwing
     * @return the versions written; empty when there was nothing to change
     * @throws KafkaException when the broker does not answer; the change may or may not be written then
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
                // After a failure under the lock, taking it again and reading the topic shows whether the change was
                // written.
                if (attempt == MAX_ATTEMPTS || (!locked && !ProducerFencing.isCauseOf(e))) {
                    throw e;
                }
            }
        }
    }

    /** A commit that failed for another reason than fencing may have succeeded at the broker. */
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
                throw new KafkaException("the end of " + topic.partition() + " was not read in time");
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

    private long highWatermark() {
        try (Admin admin = topic.clients()
                .admin(Map.of(
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000))) {
            return HighWatermarks.of(admin, topic.partition());
        }
    }

    /** Transactional id of every instance that writes a topic. */
    public static String transactionalId(String topic) {
        return topic + "-writer";
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return topic.clients()
                .producer(Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId(topic.name()),
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000));
    }
}
