package id.pintu.notification.courier;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.house.ledger.Casebook;
import id.pintu.notification.mongo.Claim.Done;
import id.pintu.notification.mongo.Claim.Elsewhere;
import id.pintu.notification.mongo.Claim.Mine;
import id.pintu.notification.mongo.Claim.Untold;
import id.pintu.notification.mongo.Claims;
import id.pintu.notification.mongo.Reporters;
import id.pintu.notification.notice.Channel;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Notice;
import id.pintu.notification.notice.Notices;
import id.pintu.notification.notice.Reporter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries notices by one channel: each complaint's in the order of its steps, one at a time; several complaints' at
 * once.
 *
 * <p>What fails for now is tried again, for ever, at growing intervals; that loop is here and nowhere below. Each
 * channel has a courier of its own, so that one provider's outage holds up nobody else. In memory it keeps the ids of
 * complaints under way, nothing more.
 */
public final class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int TRIES_COUNTED = 30;
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final Channel channel;
    private final Desk desk;
    private final IntervalFunction intervals;
    private final CircuitBreaker breaker;
    private final ScheduledThreadPoolExecutor hands;

    /** Complaints under way; true when one was woken again meanwhile. */
    private final ConcurrentMap<ComplaintId, Boolean> underWay = new ConcurrentHashMap<>();

    /** What every courier works with. */
    public record Desk(Casebook<Notices> casebook, Reporters reporters, Claims claims, Receipts receipts) {}

    public Courier(Channel channel, Desk desk, Patience patience) {
        this.channel = channel;
        this.desk = desk;
        this.intervals = patience.intervals();
        this.breaker = patience.breaker(channel.kind().name());
        this.hands = new ScheduledThreadPoolExecutor(
                patience.connections(),
                Thread.ofVirtual().name("courier-" + channel.kind() + "-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy()); // once closed; the next start finds what is still open
        hands.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn("{}: {}", channel.kind(), change.getStateTransition()));
    }

    ContactChannel kind() {
        return channel.kind();
    }

    /** Returns at once. */
    void wake(ComplaintId id) {
        boolean already = underWay.merge(id, false, (before, now) -> true);
        if (!already) {
            hands.execute(() -> round(id, 1));
        }
    }

    /** Lets the deliveries under way end. */
    void close() {
        hands.shutdown();
        try {
            if (!hands.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                hands.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round never throws
    private void round(ComplaintId id, int tries) {
        underWay.put(id, false);
        if (!allDelivered(id)) {
            hands.schedule(
                    () -> round(id, Math.min(tries + 1, TRIES_COUNTED)), intervals.apply(tries), TimeUnit.MILLISECONDS);
        } else if (!underWay.remove(id, false)) {
            hands.execute(() -> round(id, 1));
        }
    }

    private boolean allDelivered(ComplaintId id) {
        try {
            List<Notice> open = desk.casebook().find(id).map(Notices::open).orElse(List.of());
            return open.stream().allMatch(this::delivered); // in order, and none after one that has to wait
        } catch (RuntimeException outage) {
            // Its message may quote an address.
            log.debug("{}: {} waits: {}", channel.kind(), id, outage.getClass().getName());
            return false;
        }
    }

    /** False when it has to wait: the contact, for one, was written before the report but may be read after it. */
    private boolean delivered(Notice notice) {
        Optional<Reporter> reporter = desk.reporters().find(notice.reportedAs());
        if (reporter.isEmpty() || pausing()) {
            return false;
        }
        return switch (desk.claims().take(notice.about())) {
            case Mine mine -> {
                settle(notice, deliver(notice, reporter.get(), mine));
                yield true;
            }
            case Untold untold -> {
                settle(notice, untold.delivery());
                yield true;
            }
            case Elsewhere elsewhere -> false;
            case Done done -> true;
        };
    }

    private Delivery deliver(Notice notice, Reporter reporter, Mine claim) {
        try {
            return breaker.executeSupplier(() -> channel.deliver(notice, reporter));
        } catch (RuntimeException outage) {
            desk.claims().release(claim);
            throw outage;
        }
    }

    private void settle(Notice notice, Delivery delivery) {
        desk.receipts().settle(notice.complaintId(), notice.about(), channel.kind(), delivery);
    }

    /** Whether the channel is left alone for now; asked first, so that an outage makes no claims to be given back. */
    private boolean pausing() {
        if (!breaker.tryAcquirePermission()) {
            return true;
        }
        breaker.releasePermission();
        return false;
    }
}
