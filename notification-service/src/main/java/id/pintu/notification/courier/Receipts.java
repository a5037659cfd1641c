package id.pintu.notification.courier;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.Stamp;
import id.pintu.notification.mongo.Claims;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Handed;
import id.pintu.notification.notice.Delivery.Refused;
import id.pintu.notification.notice.Delivery.Taken;
import java.time.InstantSource;
import java.util.UUID;

/** Notes down how deliveries ended: first in the claim, so that nobody sends again, then in the ledger. */
public final class Receipts {

    private final Claims claims;
    private final Ledger ledger;
    private final InstantSource clock;

    public Receipts(Claims claims, Ledger ledger, InstantSource clock) {
        this.claims = claims;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Of what waits for a person the ledger is told nothing yet.
     *
     * @param about the event the notice told of
     */
    void settle(ComplaintId id, UUID about, ContactChannel channel, Delivery delivery) {
        claims.settle(about, delivery);
        switch (delivery) {
            case Taken taken ->
                say(new ReporterNotified(Stamp.of(id, about, ReporterNotified.class, clock.instant()), about, channel));
            case Refused refused ->
                say(new NotificationAbandoned(
                        Stamp.of(id, about, NotificationAbandoned.class, clock.instant()),
                        about,
                        channel,
                        refused.reason()));
            case Handed handed -> {}
        }
    }

    private void say(NotificationEvent event) {
        try {
            ledger.say(event);
        } catch (RuntimeException outage) {
            claims.untold(event.about());
            throw outage;
        }
        claims.told(event.about());
    }
}
