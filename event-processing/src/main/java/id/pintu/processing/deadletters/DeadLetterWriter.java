package id.pintu.processing.deadletters;

import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.deadletters.DeadLetterClosure.ClosureMethod;
import id.pintu.processing.topics.HighWatermarks;
import id.pintu.processing.topics.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Writer that closes dead letters, once each: it sends the original record again to where it was, with its headers, and marks
 * the dead letter as replayed, in one transaction. The transactional id is a lock over all instances: whoever takes it reads
 * the topic to its end before it decides.
 */
public final class DeadLetterWriter {

    /** Transactional id of every instance of every service. */
    public static final String TRANSACTIONAL_ID = "dead-letters-writer";

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_REQUEST_BYTES = 16_777_216; // the original was accepted before

    private final DeadLetterTopic topic;
    private final String service;
    private final KafkaClients clients;
    private final InstantSource clock;

    /** Result of an attempt to close a dead letter. */
    public enum ClosureResult {
        CLOSED,
        UNKNOWN,
        ALREADY_CLOSED,
        /** Another service replays records of its topic. */
        ELSEWHERE,
        /** Its topic no longer has the original record. */
        ORIGINAL_GONE
    }

    /**
     * @param service short name of the service that writes
     * @param clients factory of the Kafka clients
     */
    public DeadLetterWriter(DeadLetterTopic topic, String service, KafkaClients clients, InstantSource clock) {
        this.topic = topic;
        this.service = service;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * Sends the original record again, once.
     *
     * @param by who wants it
     * @throws KafkaException when the broker does not answer; then the record may or may not have been sent
     */
    public ClosureResult replay(String id, String by) {
        return close(id, new DeadLetterClosure(ClosureMethod.REPLAYED, by, "", clock.instant()));
    }

    /**
     * Closes it without sending anything.
     *
     * @throws KafkaException when the broker does not answer
     */
    public ClosureResult dismiss(String id, String by, String why) {
        return close(id, new DeadLetterClosure(ClosureMethod.DISMISSED, by, why, clock.instant()));
    }

    /** Whether this service replays it. */
    public boolean replays(DeadLetter letter) {
        return letter.replayedBy().equals(service);
    }

    /** The original record; empty when its topic no longer has it. */
    public Optional<ConsumerRecord<byte[], byte[]>> original(DeadLetter letter) {
        TopicPartition partition =
                new TopicPartition(letter.from().topic(), letter.from().partition());
        try (KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer()) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, letter.from().offset());
            while (consumer.position(partition) <= letter.from().offset()
                    && letter.from().offset() < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    return Optional.of(record)
                            .filter(each -> each.offset() == letter.from().offset());
                }
            }
            return Optional.empty();
        }
    }

    private synchronized ClosureResult close(String id, DeadLetterClosure closure) {
        Optional<DeadLetter> found = topic.find(id);
        if (found.isEmpty()) {
            return ClosureResult.UNKNOWN;
        }
        if (closure.how() == ClosureMethod.REPLAYED && !replays(found.get())) {
            return ClosureResult.ELSEWHERE;
        }
        try (KafkaProducer<byte[], byte[]> lock = producer()) {
            lock.initTransactions();
            awaitEnd();
            DeadLetter letter = topic.find(id).orElseThrow();
            if (!letter.isOpen()) {
                return ClosureResult.ALREADY_CLOSED;
            }
            Optional<ConsumerRecord<byte[], byte[]>> original =
                    closure.how() == ClosureMethod.REPLAYED ? original(letter) : Optional.empty();
            if (closure.how() == ClosureMethod.REPLAYED && original.isEmpty()) {
                return ClosureResult.ORIGINAL_GONE;
            }
            write(lock, letter, original, closure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
        return ClosureResult.CLOSED;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send did
    private void write(
            KafkaProducer<byte[], byte[]> lock,
            DeadLetter letter,
            Optional<ConsumerRecord<byte[], byte[]>> original,
            DeadLetterClosure closure)
            throws InterruptedException {
        lock.beginTransaction();
        original.ifPresent(record -> lock.send(new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), record.value(), record.headers())));
        UUID mark = UUID.nameUUIDFromBytes((letter.id() + "/closed").getBytes(StandardCharsets.UTF_8));
        lock.send(OutboundRecord.of(
                        TopicNames.DEAD_LETTERS,
                        letter.id(),
                        DeadLetterClosure.RECORD_TYPE,
                        mark,
                        closure.at(),
                        WireJsonMapper.MAPPER.writeValueAsBytes(closure))
                .record(service, Optional.empty()));
        lock.commitTransaction();
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        try (Admin admin = clients.admin(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000))) {
            if (!topic.awaitRead(HighWatermarks.of(admin, DeadLetterTopic.PARTITION), READ_TIMEOUT)) {
                throw new KafkaException("the end of the dead letters was not read in time");
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return clients.producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES));
    }
}
