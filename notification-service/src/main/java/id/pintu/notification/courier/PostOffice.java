package id.pintu.notification.courier;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.start.Phases;
import id.pintu.notification.notice.Notices;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives each complaint with open notices to the courier of its channel: when something was heard of it, and, for what
 * a stopped instance left lying, in a sweep at every start and from time to time.
 *
 * <p>It is closed while the casebook is being restored: half a ledger would have things told again.
 */
public final class PostOffice implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PostOffice.class);

    private final Map<ContactChannel, Courier> couriers = new EnumMap<>(ContactChannel.class);
    private final Casebook<Notices> casebook;
    private final Duration sweepEvery;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweep").factory());
    private volatile boolean open;

    public PostOffice(List<Courier> couriers, Casebook<Notices> casebook, Duration sweepEvery) {
        couriers.forEach(courier -> this.couriers.put(courier.kind(), courier));
        this.casebook = casebook;
        this.sweepEvery = sweepEvery;
    }

    /** Returns at once. */
    public void wake(ComplaintId id, Notices notices) {
        Courier courier = couriers.get(notices.reachableBy());
        if (open && courier != null && !notices.open().isEmpty()) {
            courier.wake(id);
        }
    }

    /** After the house's Restore, before the bindings that hear. */
    @Override
    public int getPhase() {
        return Phases.HEARING - 500;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a sweep never throws
    public void start() {
        open = true;
        sweeper.scheduleWithFixedDelay(this::sweep, 0, sweepEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        open = false;
        sweeper.shutdownNow();
        couriers.values().forEach(Courier::close);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private void sweep() {
        try {
            casebook.forEach(this::wake);
        } catch (RuntimeException e) {
            log.warn("the sweep comes again later: {}", e.getClass().getName());
        }
    }
}
