package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.AwaitingManualDelivery;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import java.time.InstantSource;
import java.util.UUID;

/** Notes down how deliveries ended: first in the claim, so that nobody sends again, then in the ledger. */
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
     * Of what waits for a person the ledger is told nothing yet.
     *
     * @param about the event the notice told of
     */
    void recordResult(ComplaintId id, UUID about, ContactChannel channel, DeliveryResult result) {
        leases.recordResult(about, result);
        switch (result) {
            case Delivered delivered ->
                publish(new ReporterNotified(
                        EventMetadata.of(id, about, ReporterNotified.class, clock.instant()), about, channel));
            case Undeliverable undeliverable ->
                publish(new NotificationAbandoned(
                        EventMetadata.of(id, about, NotificationAbandoned.class, clock.instant()),
                        about,
                        channel,
                        undeliverable.reason()));
            case AwaitingManualDelivery awaiting -> {}
        }
    }

    private void publish(NotificationEvent event) {
        try {
            publisher.publish(event);
        } catch (RuntimeException outage) {
            leases.markUnpublished(event.about());
            throw outage;
        }
        leases.markPublished(event.about());
    }
}
