package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.notification.notice.NoticeState;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.startup.StartupPhases;
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
public final class NoticeDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NoticeDispatcher.class);

    private final Map<ContactChannel, DeliveryWorker> workers = new EnumMap<>(ContactChannel.class);
    private final SnapshotStore<NoticeState> snapshots;
    private final Duration sweepInterval;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweep").factory());
    private volatile boolean running;

    public NoticeDispatcher(
            List<DeliveryWorker> workers, SnapshotStore<NoticeState> snapshots, Duration sweepInterval) {
        workers.forEach(worker -> this.workers.put(worker.kind(), worker));
        this.snapshots = snapshots;
        this.sweepInterval = sweepInterval;
    }

    /** Returns at once. */
    public void dispatch(ComplaintId id, NoticeState state) {
        DeliveryWorker worker = workers.get(state.context().reachableBy());
        if (running && worker != null && !state.pending().isEmpty()) {
            worker.enqueue(id);
        }
    }

    /** After the house's Restore, before the bindings that hear. */
    @Override
    public int getPhase() {
        return StartupPhases.BINDINGS - 500;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a sweep never throws
    public void start() {
        running = true;
        sweeper.scheduleWithFixedDelay(this::sweep, 0, sweepInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        sweeper.shutdownNow();
        workers.values().forEach(DeliveryWorker::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sweep() {
        try {
            snapshots.forEach(this::dispatch);
        } catch (RuntimeException e) {
            log.warn("the sweep comes again later: {}", e.getClass().getName());
        }
    }
}
