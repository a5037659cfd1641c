package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.mongo.DeliveryLeaseResult.Acquired;
import id.pintu.notification.mongo.DeliveryLeaseResult.Completed;
import id.pintu.notification.mongo.DeliveryLeaseResult.HeldElsewhere;
import id.pintu.notification.mongo.DeliveryLeaseResult.Unpublished;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.SnapshotStore;
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
public final class DeliveryWorker {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int MAX_COUNTED_TRIES = 30;
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);

    private final NotificationChannel channel;
    private final DeliveryDependencies dependencies;
    private final IntervalFunction intervals;
    private final CircuitBreaker breaker;
    private final ScheduledThreadPoolExecutor executor;

    /** Complaints under way; true when one was woken again meanwhile. */
    private final ConcurrentMap<ComplaintId, Boolean> inProgress = new ConcurrentHashMap<>();

    /** What every courier works with. */
    public record DeliveryDependencies(
            SnapshotStore<NoticeState> snapshots,
            ReporterContactRepository contacts,
            DeliveryLeaseStore leases,
            DeliveryRecorder recorder) {}

    public DeliveryWorker(
            NotificationChannel channel, DeliveryDependencies dependencies, DeliveryRetryPolicy retryPolicy) {
        this.channel = channel;
        this.dependencies = dependencies;
        this.intervals = retryPolicy.intervals();
        this.breaker = retryPolicy.breaker(channel.kind().name());
        this.executor = new ScheduledThreadPoolExecutor(
                retryPolicy.connections(),
                Thread.ofVirtual().name("delivery-" + channel.kind() + "-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy()); // once closed; the next start finds what is still open
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn("{}: {}", channel.kind(), change.getStateTransition()));
    }

    ContactChannel kind() {
        return channel.kind();
    }

    /** Returns at once. */
    void enqueue(ComplaintId id) {
        boolean already = inProgress.merge(id, false, (before, now) -> true);
        if (!already) {
            executor.execute(() -> attemptDelivery(id, 1));
        }
    }

    /** Lets the deliveries under way end. */
    void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round never throws
    private void attemptDelivery(ComplaintId id, int tries) {
        inProgress.put(id, false);
        if (!deliverPending(id)) {
            executor.schedule(
                    () -> attemptDelivery(id, Math.min(tries + 1, MAX_COUNTED_TRIES)),
                    intervals.apply(tries),
                    TimeUnit.MILLISECONDS);
        } else if (!inProgress.remove(id, false)) {
            executor.execute(() -> attemptDelivery(id, 1));
        }
    }

    private boolean deliverPending(ComplaintId id) {
        try {
            List<PendingNotice> pending =
                    dependencies.snapshots().find(id).map(NoticeState::pending).orElse(List.of());
            return pending.stream().allMatch(this::deliverOne); // in order, and none after one that has to wait
        } catch (RuntimeException outage) {
            // Its message may quote an address.
            log.debug("{}: {} waits: {}", channel.kind(), id, outage.getClass().getName());
            return false;
        }
    }

    /** False when it has to wait: the contact, for one, was written before the report but may be read after it. */
    private boolean deliverOne(PendingNotice notice) {
        Optional<ReporterContact> contact = dependencies.contacts().find(notice.contactComplaintId());
        if (contact.isEmpty() || circuitOpen()) {
            return false;
        }
        return switch (dependencies.leases().acquire(notice.about())) {
            case Acquired acquired -> {
                recordResult(notice, deliver(notice, contact.get(), acquired));
                yield true;
            }
            case Unpublished unpublished -> {
                recordResult(notice, unpublished.result());
                yield true;
            }
            case HeldElsewhere heldElsewhere -> false;
            case Completed completed -> true;
        };
    }

    private DeliveryResult deliver(PendingNotice notice, ReporterContact contact, Acquired lease) {
        try {
            return breaker.executeSupplier(() -> channel.deliver(notice, contact));
        } catch (RuntimeException outage) {
            dependencies.leases().release(lease);
            throw outage;
        }
    }

    private void recordResult(PendingNotice notice, DeliveryResult result) {
        dependencies.recorder().recordResult(notice.complaintId(), notice.about(), channel.kind(), result);
    }

    /** Whether the channel is left alone for now; asked first, so that an outage makes no claims to be given back. */
    private boolean circuitOpen() {
        if (!breaker.tryAcquirePermission()) {
            return true;
        }
        breaker.releasePermission();
        return false;
    }
}
