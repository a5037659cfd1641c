package id.pintu.notification.delivery;

import id.pintu.events.ReporterContact;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Optional;

/**
 * Deliverer of one notice: by its channel, and what that refuses for good once by the other one. What the other one refuses
 * too is abandoned, for the reason of the first.
 */
final class NoticeDeliverer {

    private final NotificationChannel channel;
    private final Optional<NotificationChannel> fallback;
    private final CircuitBreaker breaker;
    private final DeliveryProblemRecorder problems;

    NoticeDeliverer(
            NotificationChannel channel,
            Optional<NotificationChannel> fallback,
            CircuitBreaker breaker,
            DeliveryProblemRecorder problems) {
        this.channel = channel;
        this.fallback = fallback;
        this.breaker = breaker;
        this.problems = problems;
    }

    /**
     * @param refused outcome of the first channel, if that refused the notice before
     * @throws RuntimeException when the provider is not available
     */
    DeliveryOutcome deliver(PendingNotice notice, ReporterContact contact, Optional<DeliveryOutcome> refused) {
        if (refused.isPresent()) {
            return takeOver(notice, contact, refused.get());
        }
        DeliveryOutcome outcome = DeliveryOutcome.of(channel.kind(), deliverByChannel(notice, contact));
        return outcome.result() instanceof Undeliverable ? takeOver(notice, contact, outcome) : outcome;
    }

    private DeliveryResult deliverByChannel(PendingNotice notice, ReporterContact contact) {
        return breaker.executeSupplier(() -> channel.deliver(notice, contact));
    }

    private DeliveryOutcome takeOver(PendingNotice notice, ReporterContact contact, DeliveryOutcome refused) {
        Optional<DeliveryOutcome> takenOver = (refused.channel() == channel.kind()
                        ? fallback.map(other -> new DeliveryOutcome(
                                other.kind(), other.deliver(notice, contact), Optional.of(refused.channel())))
                        : Optional.of(new DeliveryOutcome(
                                channel.kind(), deliverByChannel(notice, contact), Optional.of(refused.channel()))))
                .filter(outcome -> !(outcome.result() instanceof Undeliverable));
        takenOver.ifPresent(outcome -> recordTakenOver(notice, refused, outcome));
        return takenOver.orElse(refused);
    }

    private void recordTakenOver(PendingNotice notice, DeliveryOutcome refused, DeliveryOutcome outcome) {
        if (refused.result() instanceof Undeliverable refusal) {
            problems.recordAbandoned(notice, refused.channel(), refusal.reason(), Optional.of(outcome.channel()));
        }
    }
}
