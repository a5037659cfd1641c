package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult.AwaitingManualDelivery;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Recorder of delivery results: first in the lease, so that no worker delivers again, then as an event in the ledger.
 */
public final class DeliveryRecorder {

    private final DeliveryLeaseStore leases;
    private final NotificationEventPublisher publisher;
    private final InstantSource clock;

    public DeliveryRecorder(DeliveryLeaseStore leases, NotificationEventPublisher publisher, InstantSource clock) {
        this.leases = leases;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Records a result. A notice awaiting manual delivery gets no event yet.
     *
     * @param about id of the event the notice is about
     */
    void recordResult(ComplaintId id, UUID about, DeliveryOutcome outcome) {
        leases.recordResult(about, outcome);
        switch (outcome.result()) {
            case Delivered delivered ->
                publish(new ReporterNotified(
                        EventMetadata.of(id, about, ReporterNotified.class, clock.instant()),
                        about,
                        outcome.channel(),
                        outcome.insteadOf()));
            case Undeliverable undeliverable ->
                publish(new NotificationAbandoned(
                        EventMetadata.of(id, about, NotificationAbandoned.class, clock.instant()),
                        about,
                        outcome.channel(),
                        undeliverable.reason()));
            case AwaitingManualDelivery awaiting -> {}
        }
    }

    /**
     * Records a final result that is published elsewhere than in the ledger.
     *
     * @param publish returns when the result is durable
     */
    public void recordResult(UUID about, DeliveryOutcome outcome, Runnable publish) {
        leases.recordResult(about, outcome);
        publish(about, publish);
    }

    private void publish(NotificationEvent event) {
        publish(event.about(), () -> publisher.publish(event));
    }

    private void publish(UUID about, Runnable publish) {
        try {
            publish.run();
        } catch (RuntimeException outage) {
            leases.markUnpublished(about);
            throw outage;
        }
        leases.markPublished(about);
    }
}
