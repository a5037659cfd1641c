package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.mongo.DeliveryLeaseResult.Acquired;
import id.pintu.notification.mongo.DeliveryLeaseResult.Completed;
import id.pintu.notification.mongo.DeliveryLeaseResult.HeldElsewhere;
import id.pintu.notification.mongo.DeliveryLeaseResult.Unpublished;
import id.pintu.notification.notice.DeliveryFailureCause;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worker that delivers pending notices by one channel: those of one complaint one after another in the order of their
 * events, those of several complaints concurrently.
 *
 * <p>A temporary failure is retried without limit, with exponential backoff; this is the only retry loop of a delivery.
 * There is one worker per channel, so that one provider's outage does not delay the others. In memory it keeps only the
 * ids of the complaints in progress.
 */
public final class DeliveryWorker {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int MAX_COUNTED_ATTEMPTS = 30;
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);

    private final NotificationChannel channel;
    private final NoticeDeliverer deliverer;
    private final DeliveryDependencies dependencies;
    private final IntervalFunction intervals;
    private final CircuitBreaker breaker;
    private final ScheduledThreadPoolExecutor executor;

    /** Takes a complaint whose reporter is notified by another channel. */
    private volatile BiConsumer<ContactChannel, ComplaintId> handOver = (other, id) -> {};

    /** Retries that wait for their time. */
    private final ConcurrentMap<ComplaintId, Future<?>> scheduled = new ConcurrentHashMap<>();

    /** Complaints in progress; true when one was enqueued again meanwhile. */
    private final ConcurrentMap<ComplaintId, Boolean> inProgress = new ConcurrentHashMap<>();

    /**
     * @param fallback the channel that takes over, once, what this one can never deliver
     */
    public DeliveryWorker(
            NotificationChannel channel,
            Optional<NotificationChannel> fallback,
            DeliveryDependencies dependencies,
            DeliveryRetryPolicy retryPolicy) {
        this.channel = channel;
        this.dependencies = dependencies;
        this.intervals = retryPolicy.intervals();
        this.breaker = retryPolicy.breaker(channel.kind().name());
        this.deliverer = new NoticeDeliverer(channel, fallback, breaker, dependencies.problems());
        // Discards after close(): the sweep of the next start finds what is pending.
        this.executor = new ScheduledThreadPoolExecutor(
                retryPolicy.connections(),
                Thread.ofVirtual().name("delivery-" + channel.kind() + "-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        breaker.getEventPublisher()
                .onStateTransition(
                        change -> log.warn("circuit breaker of {}: {}", channel.kind(), change.getStateTransition()));
    }

    ContactChannel kind() {
        return channel.kind();
    }

    /** Sets who takes a complaint whose reporter is notified by another channel; before the first one is enqueued. */
    void handOverTo(BiConsumer<ContactChannel, ComplaintId> others) {
        handOver = others;
    }

    /** Enqueues a complaint unless it is in progress; does not block. */
    void enqueue(ComplaintId id) {
        boolean already = inProgress.merge(id, false, (before, now) -> true);
        if (!already) {
            executor.execute(() -> attemptDelivery(id, 1));
        }
    }

    /** Tries again now, whatever the backoff and the circuit breaker say; does not block. */
    void retryNow(ComplaintId id) {
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            breaker.transitionToHalfOpenState();
        }
        Future<?> waiting = scheduled.remove(id);
        if (waiting == null || !waiting.cancel(false)) {
            enqueue(id);
        } else {
            executor.execute(() -> attemptDelivery(id, 1));
        }
    }

    /** Waits up to 20 seconds for deliveries in progress, then interrupts them. */
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

    private void attemptDelivery(ComplaintId id, int attempt) {
        scheduled.remove(id);
        inProgress.put(id, false);
        Duration untilNext = Duration.ofMillis(intervals.apply(attempt));
        if (!deliverPending(id, untilNext)) {
            scheduled.put(
                    id,
                    executor.schedule(
                            () -> attemptDelivery(id, Math.min(attempt + 1, MAX_COUNTED_ATTEMPTS)),
                            untilNext.toMillis(),
                            TimeUnit.MILLISECONDS));
        } else if (!inProgress.remove(id, false)) {
            executor.execute(() -> attemptDelivery(id, 1));
        }
    }

    private boolean deliverPending(ComplaintId id, Duration untilNext) {
        try {
            NoticeState state = dependencies.snapshots().find(id).orElse(NoticeState.NONE);
            return state.pending().isEmpty() || deliverPending(id, state, untilNext);
        } catch (RuntimeException outage) {
            // Only the class: the message may contain an address.
            log.debug(
                    "{}: delivery for {} failed, will be retried: {}",
                    channel.kind(),
                    id,
                    outage.getClass().getName());
            return false;
        }
    }

    /** The contact decides: whoever gave another one after the report hears by that. */
    private boolean deliverPending(ComplaintId id, NoticeState state, Duration untilNext) {
        Optional<ReporterContact> contact =
                dependencies.contacts().find(state.pending().getFirst().contactComplaintId());
        ContactChannel wanted = contact.map(ReporterContact::channel).orElse(ContactChannel.NONE);
        if (wanted == ContactChannel.NONE && state.context().reachableBy() == ContactChannel.NONE) {
            return true; // the consumer of contacts dispatches it
        }
        if (wanted != ContactChannel.NONE && wanted != channel.kind()) {
            handOver.accept(wanted, id);
            return true;
        }
        // The only notice of who never heard from us waits for a confirmation without end.
        Instant now = state.context().reachableBy() == ContactChannel.NONE
                ? Instant.EPOCH
                : dependencies.clock().instant();
        return state.pending().stream()
                .allMatch(notice ->
                        deliverOne(notice, contact, now, untilNext)); // in order; stops at the first that has to wait
    }

    /** False when it must be retried later. A contact is written before its report, but may be consumed after it. */
    private boolean deliverOne(
            PendingNotice notice, Optional<ReporterContact> contact, Instant now, Duration untilNext) {
        if (contact.isEmpty() || circuitOpen()) {
            String why = contact.isEmpty() ? DeliveryFailureCause.NO_CONTACT_YET : DeliveryFailureCause.CIRCUIT_OPEN;
            dependencies.problems().recordWaiting(notice, channel.kind(), why, untilNext);
            return false;
        }
        if (channel.kind() == ContactChannel.EMAIL && waitsForConfirmation(notice, contact.get(), now, untilNext)) {
            return true; // stays pending: the confirmation dispatches it, or a sweep finds that its time is over
        }
        return switch (dependencies.leases().acquire(notice.about())) {
            case Acquired acquired -> {
                recordOutcome(notice, contact.get(), deliver(notice, contact.get(), acquired, untilNext));
                yield true;
            }
            case Unpublished unpublished -> {
                recordOutcome(notice, contact.get(), unpublished.outcome());
                yield true;
            }
            case HeldElsewhere heldElsewhere -> false;
            case Completed completed -> true;
        };
    }

    private boolean waitsForConfirmation(
            PendingNotice notice, ReporterContact contact, Instant now, Duration untilNext) {
        boolean waits = EmailConfirmationPolicy.mustWait(notice, contact, now);
        if (contact.email().isPresent() && !EmailConfirmationPolicy.permits(notice, contact)) {
            try {
                dependencies.confirmations().requestOnce(channel, notice, contact);
            } catch (RuntimeException outage) {
                if (waits) { // otherwise it goes by SMS meanwhile, and the next notice asks
                    dependencies.problems().recordFailure(notice, channel.kind(), channel.causeOf(outage), untilNext);
                    throw outage;
                }
            }
        }
        return waits;
    }

    private DeliveryOutcome deliver(PendingNotice notice, ReporterContact contact, Acquired lease, Duration untilNext) {
        try {
            return deliverer.deliver(notice, contact, lease.refused());
        } catch (RuntimeException outage) {
            dependencies.leases().release(lease);
            dependencies.problems().recordFailure(notice, channel.kind(), channel.causeOf(outage), untilNext);
            throw outage;
        }
    }

    private void recordOutcome(PendingNotice notice, ReporterContact contact, DeliveryOutcome outcome) {
        if (notice.type() == NoticeType.SUBMITTED && outcome.channel() == ContactChannel.EMAIL) {
            dependencies.confirmations().recordReceipt(notice, contact);
        }
        dependencies.recorder().recordResult(notice.complaintId(), notice.about(), outcome);
        dependencies.problems().recordOutcome(notice, outcome);
    }

    /** Whether the circuit breaker refuses calls; checked before the lease, so that an outage acquires no leases. */
    private boolean circuitOpen() {
        if (!breaker.tryAcquirePermission()) {
            return true;
        }
        breaker.releasePermission();
        return false;
    }
}
