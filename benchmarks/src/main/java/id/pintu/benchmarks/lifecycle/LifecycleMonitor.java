package id.pintu.benchmarks.lifecycle;

import id.pintu.benchmarks.flow.TopicTailReader;
import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.topics.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Monitor of all agency feeds and of the ledger, as a committed reader sees them: to which institution a complaint was
 * assigned, when it was closed, and how many events there are. It reads headers and keys only.
 */
final class LifecycleMonitor implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String FEED_PREFIX = "agency.";
    private static final String CLOSED = OutboundRecord.TYPE_PREFIX + "complaint-closed";

    private final Map<String, CompletableFuture<String>> assigned = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Long>> closed = new ConcurrentHashMap<>();
    private final AtomicLong events = new AtomicLong();
    private final TopicTailReader feeds;
    private final TopicTailReader ledger;

    LifecycleMonitor(KafkaClients clients) {
        feeds = new TopicTailReader("feeds", clients, topic -> topic.startsWith(FEED_PREFIX), this::onFeed);
        ledger = new TopicTailReader("ledger", clients, TopicNames.COMPLAINTS::equals, this::onEvent);
    }

    /** Institution in whose feed the complaint is; waits for it. */
    String awaitAssigned(ComplaintId id) {
        return assigned.computeIfAbsent(id.value(), absent -> new CompletableFuture<String>())
                .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Waits until the event that closes the complaint is in the ledger, and forgets the complaint. */
    void awaitClosed(ComplaintId id) {
        closed.computeIfAbsent(id.value(), absent -> new CompletableFuture<Long>())
                .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .join();
        closed.remove(id.value());
        assigned.remove(id.value());
    }

    /** Number of events read from the ledger. */
    long events() {
        return events.get();
    }

    private void onFeed(ConsumerRecord<byte[], byte[]> record) {
        assigned.computeIfAbsent(key(record), absent -> new CompletableFuture<String>())
                .complete(record.topic().substring(FEED_PREFIX.length()));
    }

    private void onEvent(ConsumerRecord<byte[], byte[]> record) {
        events.incrementAndGet();
        Header type = record.headers().lastHeader(OutboundRecord.CE_TYPE);
        if (type != null && new String(type.value(), StandardCharsets.UTF_8).equals(CLOSED)) {
            closed.computeIfAbsent(key(record), absent -> new CompletableFuture<Long>())
                    .complete(record.offset());
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        feeds.close();
        ledger.close();
    }
}
