package id.pintu.support.audit.chain;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.PollTask;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.audit.record.AuditChain;
import id.pintu.support.audit.record.AuditHashes;
import id.pintu.support.audit.record.SealedRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Poll task that appends each entry of {@code audit-entries} to the chain, exactly once and in order: the records and the
 * offset are committed in one transaction. The transactional id is a lock: whoever takes it reads the end of the chain and the
 * committed offset first, and fences the one before.
 */
final class AuditChainTask implements PollTask {

    private static final TopicPartition ENTRIES = new TopicPartition(AuditTopics.ENTRIES, 0);
    private static final TopicPartition CHAIN = new TopicPartition(AuditTopics.CHAIN, 0);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final KafkaClients clients;
    private final AuditHashes hashes;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable KafkaProducer<byte[], byte[]> lock;
    private @Nullable AuditChain chain;

    /**
     * @param group consumer group of the entries
     */
    AuditChainTask(String group, KafkaClients clients, AuditHashes hashes, InstantSource clock) {
        this.clients = clients;
        this.hashes = hashes;
        this.clock = clock;
        this.consumer = clients.readCommittedConsumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500));
    }

    /** Joins the group; the first poll gets the partition, or waits for it. */
    void subscribe() {
        consumer.subscribe(List.of(AuditTopics.ENTRIES));
    }

    @Override
    public void poll() {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL_TIMEOUT);
        if (consumer.assignment().isEmpty()) {
            release();
            return;
        }
        try {
            KafkaProducer<byte[], byte[]> held = lock;
            AuditChain end = chain;
            if (held == null || end == null) {
                takeLock(); // polls again from the committed offset
                return;
            }
            append(held, end, polled);
        } catch (RuntimeException e) {
            release(); // whether the transaction was committed, the next holder of the lock sees
            throw e;
        }
    }

    private void takeLock() {
        KafkaProducer<byte[], byte[]> taken = clients.producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, AuditChainConfiguration.TRANSACTIONAL_ID,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000));
        lock = taken;
        taken.initTransactions();
        AuditChain end = AuditChainEnd.read(clients, CHAIN, hashes);
        consumer.seek(ENTRIES, firstNotChained(end));
        chain = end;
    }

    /** The committed offset; a broker forgets that of a group that was away for a week, and then the chain itself knows. */
    private long firstNotChained(AuditChain end) {
        OffsetAndMetadata committed = consumer.committed(Set.of(ENTRIES)).get(ENTRIES);
        return committed == null ? end.source() + 1 : committed.offset();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send did
    private void append(KafkaProducer<byte[], byte[]> held, AuditChain end, ConsumerRecords<byte[], byte[]> polled) {
        Instant now = clock.instant();
        List<SealedRecord> appended = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            JsonNode entry = read(record);
            appended.addAll(end.append(entry, record.offset(), timeOf(entry, now), now));
        }
        appended.addAll(end.closeEndedDay(now));
        if (appended.isEmpty()) {
            return;
        }
        held.beginTransaction();
        appended.forEach(each -> held.send(AuditRecordCodec.encode(AuditTopics.CHAIN, each)));
        held.sendOffsetsToTransaction(
                Map.of(ENTRIES, new OffsetAndMetadata(consumer.position(ENTRIES))), consumer.groupMetadata());
        held.commitTransaction();
    }

    /** What is no JSON has its place too, but not its content, which may be anything. */
    private static JsonNode read(ConsumerRecord<byte[], byte[]> record) {
        try {
            JsonNode entry = record.value() == null ? null : WireJsonMapper.MAPPER.readTree(record.value());
            if (entry != null && entry.isObject()) {
                return entry;
            }
        } catch (JacksonException e) {
            // as an entry that is no object
        }
        return WireJsonMapper.MAPPER
                .createObjectNode()
                .put("what", "unreadable")
                .put("offset", record.offset());
    }

    private static Instant timeOf(JsonNode entry, Instant now) {
        try {
            return Instant.parse(entry.path("at").asString(""));
        } catch (DateTimeException e) {
            return now;
        }
    }

    private void release() {
        KafkaProducer<byte[], byte[]> held = lock;
        lock = null;
        chain = null;
        if (held != null) {
            held.close(Duration.ZERO);
        }
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        release();
        consumer.close();
    }
}
