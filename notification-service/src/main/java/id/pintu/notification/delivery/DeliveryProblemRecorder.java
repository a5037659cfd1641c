package id.pintu.notification.delivery;

import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.DeliveryProblem;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.mongo.DeliveryProblemStore;
import id.pintu.notification.notice.DeliveryFailureCause;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.PendingNotice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recorder of what keeps notices from being delivered, for operators: in a collection, and in the log. */
public final class DeliveryProblemRecorder {

    private static final Logger log = LoggerFactory.getLogger(DeliveryProblemRecorder.class);

    private final DeliveryProblemStore store;
    private final Duration stuckAfter;
    private final InstantSource clock;

    /**
     * @param stuckAfter how long a notice may fail before it counts as stuck
     * @param clock system time, never a virtual clock
     */
    public DeliveryProblemRecorder(DeliveryProblemStore store, Duration stuckAfter, InstantSource clock) {
        this.store = store;
        this.stuckAfter = stuckAfter;
        this.clock = clock;
    }

    /** Records a failed attempt. */
    void recordFailure(PendingNotice notice, ContactChannel channel, String cause, Duration untilNext) {
        record(notice, channel, DeliveryFailureCause.bounded(cause), untilNext, 1);
    }

    /** Records that there was no attempt; the cause of a failed one is kept. */
    void recordWaiting(PendingNotice notice, ContactChannel channel, String why, Duration untilNext) {
        String cause = store.find(notice)
                .filter(before -> before.attempts() > 0)
                .map(DeliveryProblem::cause)
                .orElse(why);
        record(notice, channel, cause, untilNext, 0);
    }

    private void record(PendingNotice notice, ContactChannel channel, String cause, Duration untilNext, int attempts) {
        Instant now = now();
        Optional<DeliveryProblem> before = store.find(notice);
        Instant first = before.map(DeliveryProblem::firstFailure).orElse(now);
        DeliveryProblemState state =
                first.plus(stuckAfter).isAfter(now) ? DeliveryProblemState.RETRYING : DeliveryProblemState.STUCK;
        int total = before.map(DeliveryProblem::attempts).orElse(0) + attempts;
        DeliveryProblem problem = new DeliveryProblem(
                notice.about(),
                notice.complaintId(),
                channel,
                state,
                notice.at(),
                cause,
                total,
                first,
                Optional.of(now.plus(untilNext)),
                Optional.empty());
        store.put(problem);
        if (before.isEmpty()
                || before.get().state() != state
                || !before.get().cause().equals(cause)) {
            log.warn(
                    "{}: notice {} of {} is {}: {}, {} failed attempts, next one at {}",
                    channel,
                    notice.about(),
                    notice.complaintId(),
                    state,
                    cause,
                    total,
                    now.plus(untilNext));
        }
    }

    /** Forgets a notice that its channel took; keeps one that it refused for good, taken over or not. */
    void recordOutcome(PendingNotice notice, DeliveryOutcome outcome) {
        if (outcome.result() instanceof Undeliverable refusal) {
            recordAbandoned(notice, outcome.channel(), refusal.reason(), Optional.empty());
        } else if (outcome.insteadOf().isEmpty()) {
            store.remove(notice);
        }
    }

    /**
     * Records that a channel can never deliver the notice.
     *
     * @param fallback the channel that took it over
     */
    void recordAbandoned(
            PendingNotice notice, ContactChannel channel, String reason, Optional<ContactChannel> fallback) {
        Instant now = now();
        Optional<DeliveryProblem> before = store.find(notice);
        store.put(new DeliveryProblem(
                notice.about(),
                notice.complaintId(),
                channel,
                DeliveryProblemState.ABANDONED,
                notice.at(),
                DeliveryFailureCause.bounded(reason),
                before.map(DeliveryProblem::attempts).orElse(0) + 1,
                before.map(DeliveryProblem::firstFailure).orElse(now),
                Optional.empty(),
                fallback));
        log.warn(
                "{}: notice {} of {} is ABANDONED: {}; taken over by {}",
                channel,
                notice.about(),
                notice.complaintId(),
                DeliveryFailureCause.bounded(reason),
                fallback.map(Enum::name).orElse("no other channel"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
