package id.pintu.benchmarks.flow;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.Topics;
import id.pintu.events.WireJson;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the feeds as institutions do, and looks at the tracking page whenever the ledger tells of a routing. */
final class Followers implements AutoCloseable {

    /** One complaint in so many is looked at: looking costs the house as well. */
    private static final int LOOK_AT_EVERY = 10;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final House house;
    private final Map<ComplaintId, Long> sent;
    private final Latencies fed;
    private final Latencies tracked;
    private final Set<ComplaintId> early = ConcurrentHashMap.newKeySet();
    private final ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor();
    private final Reader feeds;
    private final Reader ledger;
    private int heard;

    Followers(House house, Map<ComplaintId, Long> sent, Latencies fed, Latencies tracked) {
        this.house = house;
        this.sent = sent;
        this.fed = fed;
        this.tracked = tracked;
        this.feeds = new Reader("feeds", house.broker(), topic -> topic.startsWith("agency."), this::arrived);
        this.ledger = new Reader("ledger", house.broker(), Topics.COMPLAINTS::equals, this::said);
    }

    /** Waits until as many reports have arrived as were accepted. */
    void awaitFed(int accepted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (fed.count() < accepted && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void arrived(ConsumerRecord<byte[], byte[]> record) {
        ComplaintId id = ComplaintId.parse(
                WireJson.MAPPER.readTree(record.value()).path("complaintId").asString());
        long read = System.nanoTime();
        lookers.execute(() -> measure(id, read));
    }

    /** The feed may be quicker than the door's answer, which brings the number. */
    private void measure(ComplaintId id, long read) {
        long end = read + LONGEST.toNanos();
        while (!sent.containsKey(id) && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        Long due = sent.get(id);
        if (due != null && early.add(id)) {
            fed.between(due, read);
        }
    }

    private void said(ConsumerRecord<byte[], byte[]> record) {
        ComplaintEvent event = EventJson.read(record.value());
        if (event instanceof ComplaintRouted && heard++ % LOOK_AT_EVERY == 0) {
            long read = System.nanoTime();
            lookers.execute(() -> look(event, read));
        }
    }

    private void look(ComplaintEvent event, long read) {
        long end = read + LONGEST.toNanos();
        while (!house.shows(event.complaintId(), event.id().toString()) && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        tracked.since(read);
    }

    @Override
    public void close() {
        feeds.close();
        ledger.close();
        lookers.close();
    }
}
