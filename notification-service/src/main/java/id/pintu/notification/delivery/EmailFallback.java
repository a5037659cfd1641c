package id.pintu.notification.delivery;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ManualDeliveryOutbox.ManualDeliveryMessage;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.SnapshotStore;
import java.util.Optional;

/**
 * Fallback of a message that could not be delivered by hand to the reporter's e-mail address: once, and only if the
 * message was not meant for that address in the first place.
 */
public final class EmailFallback implements ManualDeliveryFallback {

    private final SnapshotStore<NoticeState> snapshots;
    private final ReporterContactRepository contacts;
    private final DeliveryLeaseStore leases;
    private final NoticeDispatcher dispatcher;

    public EmailFallback(
            SnapshotStore<NoticeState> snapshots,
            ReporterContactRepository contacts,
            DeliveryLeaseStore leases,
            NoticeDispatcher dispatcher) {
        this.snapshots = snapshots;
        this.contacts = contacts;
        this.leases = leases;
        this.dispatcher = dispatcher;
    }

    @Override
    public boolean takeOver(ManualDeliveryMessage message, String reason) {
        Optional<NoticeState> state = snapshots.find(message.complaintId());
        boolean possible = message.insteadOf().isEmpty()
                && state.flatMap(found -> pending(found, message))
                        .filter(notice -> contacts.find(notice.contactComplaintId())
                                .filter(contact -> canBeMailed(notice, contact))
                                .isPresent())
                        .isPresent();
        if (possible) {
            leases.handBack(message.id(), DeliveryOutcome.of(message.channel(), new Undeliverable(reason)));
            state.ifPresent(found -> dispatcher.dispatch(message.complaintId(), found));
        }
        return possible;
    }

    private static Optional<PendingNotice> pending(NoticeState state, ManualDeliveryMessage message) {
        return state.pending().stream()
                .filter(notice -> notice.about().equals(message.id()))
                .findFirst();
    }

    private static boolean canBeMailed(PendingNotice notice, ReporterContact contact) {
        return contact.channel() == ContactChannel.EMAIL && EmailConfirmationPolicy.permits(notice, contact);
    }
}
