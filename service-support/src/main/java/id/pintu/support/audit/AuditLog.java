package id.pintu.support.audit;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.accounts.ActingAccount;
import id.pintu.support.audit.record.AuditEntry;
import id.pintu.support.audit.record.AuditEntry.AuditActor;
import id.pintu.support.audit.record.AuditEntry.AuditRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;

/**
 * Audit log of a service. HTTP requests are recorded by {@link AuditFilter}; this is for what is none, such as a sign-in, and
 * for what one request does to several accounts.
 */
public final class AuditLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    private final String service;
    private final InstantSource clock;
    private final Producer<byte[], byte[]> producer;
    private final Runnable lost;

    /**
     * @param service short name of the service
     * @param producer closed by this log
     * @param lost called for each refusal that could not be written
     */
    AuditLog(String service, Producer<byte[], byte[]> producer, InstantSource clock, Runnable lost) {
        this.service = service;
        this.clock = clock;
        this.lost = lost;
        this.producer = producer;
    }

    /** Producer whose records are durable when it says so. An attempt of its own that is repeated is written once. */
    static Producer<byte[], byte[]> producer(KafkaClients clients) {
        return clients.producer(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000));
    }

    /**
     * Records something that is no HTTP request, and returns when it is durable.
     *
     * @param what kebab-case, such as {@code sign-in} or {@code account-invited}
     * @param caller who did it; null or anonymous when nobody is signed in
     * @param about what it was done to, by name; {@code code} is an institution. No names, no contacts, no keys
     * @throws KafkaException when the broker does not answer; then it may or may not be recorded
     */
    public void record(String what, @Nullable Authentication caller, Map<String, String> about) {
        write(entry(what, AuditActors.of(caller), Optional.empty(), about, Optional.empty()));
    }

    /** The same, of somebody who came by another way than HTTP. */
    public void recordOf(String what, ActingAccount actor, Map<String, String> about) {
        AuditActor who = new AuditActor(actor.account(), List.of(actor.grant().toString()));
        write(entry(what, Optional.of(who), Optional.empty(), about, Optional.empty()));
    }

    AuditEntry entry(
            String what,
            Optional<AuditActor> actor,
            Optional<AuditRequest> request,
            Map<String, String> about,
            Optional<Long> leftOut) {
        List<String> institutions = Stream.concat(
                        Stream.ofNullable(about.get(AuditEntry.INSTITUTION)),
                        actor.stream().flatMap(AuditActors::institutions))
                .distinct()
                .toList();
        return new AuditEntry(
                UUID.randomUUID(),
                clock.instant(),
                service,
                what,
                actor,
                request,
                new TreeMap<>(about),
                institutions,
                leftOut);
    }

    /**
     * Writes an entry, and returns when every replica has it.
     *
     * @throws KafkaException when the broker does not answer; then it may or may not be written
     */
    void write(AuditEntry entry) {
        try {
            send(entry, (metadata, failure) -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    /** Writes an entry without waiting for it. A failure is logged and counted. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback has the result
    void writeLater(AuditEntry entry) {
        try {
            send(entry, (metadata, failure) -> {
                if (failure != null) {
                    countLost(failure);
                }
            });
        } catch (KafkaException e) {
            countLost(e);
        }
    }

    private void countLost(Exception failure) {
        log.warn("a refused attempt could not be recorded: {}", failure.toString());
        lost.run();
    }

    private Future<?> send(AuditEntry entry, Callback callback) {
        return producer.send(
                new ProducerRecord<>(
                        AuditTopics.ENTRIES, 0, null, null, WireJsonMapper.MAPPER.writeValueAsBytes(entry)),
                callback);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
