package id.pintu.benchmarks.flow;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.LatencyHistogram;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Monitor of the agency feeds and the tracking page; records when each report appears there. */
final class FeedAndTrackingMonitor implements AutoCloseable {

    /** One complaint in so many is looked up on the tracking page, because each request loads the server. */
    private static final int TRACKING_SAMPLE_INTERVAL = 10;

    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final ServerUnderTestClient server;
    private final Map<ComplaintId, Long> sent;
    private final LatencyHistogram fed;
    private final LatencyHistogram tracked;
    private final Set<ComplaintId> measured = ConcurrentHashMap.newKeySet();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final TopicTailReader feeds;
    private final TopicTailReader ledger;
    private int routedCount;

    FeedAndTrackingMonitor(
            ServerUnderTestClient server, Map<ComplaintId, Long> sent, LatencyHistogram fed, LatencyHistogram tracked) {
        this.server = server;
        this.sent = sent;
        this.fed = fed;
        this.tracked = tracked;
        this.feeds =
                new TopicTailReader("feeds", server.broker(), topic -> topic.startsWith("agency."), this::onFeedRecord);
        this.ledger =
                new TopicTailReader("ledger", server.broker(), TopicNames.COMPLAINTS::equals, this::onLedgerRecord);
    }

    /** Waits until as many reports are in the feeds as were accepted, or the time is over. */
    void awaitFed(int accepted, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (fed.count() < accepted && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void onFeedRecord(ConsumerRecord<byte[], byte[]> record) {
        ComplaintId id = ComplaintId.parse(WireJsonMapper.MAPPER
                .readTree(record.value())
                .path("complaintId")
                .asString());
        long read = System.nanoTime();
        executor.execute(() -> recordFeedLatency(id, read));
    }

    /** The feed record can arrive before intake's response, which has the tracking number. */
    private void recordFeedLatency(ComplaintId id, long read) {
        long end = read + MAX_WAIT.toNanos();
        while (!sent.containsKey(id) && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        Long due = sent.get(id);
        if (due != null && measured.add(id)) {
            fed.recordBetween(due, read);
        }
    }

    private void onLedgerRecord(ConsumerRecord<byte[], byte[]> record) {
        ComplaintEvent event = EventJsonCodec.read(record.value());
        if (event instanceof ComplaintRouted && routedCount++ % TRACKING_SAMPLE_INTERVAL == 0) {
            long read = System.nanoTime();
            executor.execute(() -> awaitTracked(event, read));
        }
    }

    private void awaitTracked(ComplaintEvent event, long read) {
        long end = read + MAX_WAIT.toNanos();
        while (!server.isTracked(event.complaintId(), event.id().toString()) && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        tracked.recordSince(read);
    }

    @Override
    public void close() {
        feeds.close();
        ledger.close();
        executor.close();
    }
}
