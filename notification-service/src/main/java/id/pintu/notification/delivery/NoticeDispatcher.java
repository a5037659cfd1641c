package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.ReporterContactRepository;
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
 * Dispatcher that enqueues each complaint with pending notices at the delivery worker of its channel: after each
 * change of its snapshot, and in a sweep through the snapshots with pending notices at every start and at intervals, for
 * those that a stopped instance left behind.
 *
 * <p>It does not run while snapshots are rebuilt: from half a ledger, delivered notices look pending.
 */
public final class NoticeDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NoticeDispatcher.class);

    private final Map<ContactChannel, DeliveryWorker> workers = new EnumMap<>(ContactChannel.class);
    private final ReporterContactRepository contacts;
    private final SnapshotStore<NoticeState> snapshots;
    private final Duration sweepInterval;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweep").factory());
    private volatile boolean running;

    public NoticeDispatcher(
            List<DeliveryWorker> workers,
            ReporterContactRepository contacts,
            SnapshotStore<NoticeState> snapshots,
            Duration sweepInterval) {
        workers.forEach(worker -> {
            this.workers.put(worker.kind(), worker);
            worker.handOverTo(this::enqueue);
        });
        this.contacts = contacts;
        this.snapshots = snapshots;
        this.sweepInterval = sweepInterval;
    }

    /**
     * Enqueues the complaint if it has pending notices; does not block. One whose reporter gave no contact with the report
     * is given to any worker, which looks for a contact given later.
     */
    public void dispatch(ComplaintId id, NoticeState state) {
        if (!state.pending().isEmpty()) {
            enqueue(state.context().reachableBy(), id);
        }
    }

    private void enqueue(ContactChannel channel, ComplaintId id) {
        DeliveryWorker worker =
                channel == ContactChannel.NONE ? workers.values().iterator().next() : workers.get(channel);
        if (running && worker != null) {
            worker.enqueue(id);
        }
    }

    /** Tries the complaint's notices of this channel again now; does not block. */
    public void retryNow(ComplaintId id, ContactChannel channel) {
        DeliveryWorker worker = workers.get(channel);
        if (running && worker != null) {
            worker.retryNow(id);
        }
    }

    /** After the snapshot rebuild, before the stream bindings. */
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

    /** So that a sweep does not enqueue everyone who never gave a contact. */
    private boolean mayHaveContact(NoticeState state) {
        return state.context().reachableBy() != ContactChannel.NONE
                || state.pending().stream()
                        .findFirst()
                        .flatMap(notice -> contacts.find(notice.contactComplaintId()))
                        .isPresent();
    }

    private void sweep() {
        try {
            snapshots.forEachPending((id, state) -> {
                if (mayHaveContact(state)) {
                    dispatch(id, state);
                }
            });
        } catch (RuntimeException e) {
            log.warn("sweep failed, will run again: {}", e.getClass().getName());
        }
    }
}
