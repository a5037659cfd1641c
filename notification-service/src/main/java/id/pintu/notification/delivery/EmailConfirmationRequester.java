package id.pintu.notification.delivery;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.mongo.DeliveryLeaseResult.Acquired;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.support.contacts.EmailConfirmationCodes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Requester of the confirmation of an e-mail address that was given after the report, so that no receipt with the link went
 * there: once per complaint and address, under a lease of its own. The ledger has no event of it.
 */
public final class EmailConfirmationRequester {

    private final EmailConfirmationCodes codes;
    private final DeliveryLeaseStore leases;

    public EmailConfirmationRequester(EmailConfirmationCodes codes, DeliveryLeaseStore leases) {
        this.codes = codes;
        this.leases = leases;
    }

    /**
     * Sends the request, unless it was sent before.
     *
     * @throws RuntimeException when the mail server is not available
     */
    void requestOnce(NotificationChannel mail, PendingNotice waiting, ReporterContact contact) {
        contact.email().map(email -> requestId(waiting, email)).ifPresent(id -> {
            if (leases.acquire(id) instanceof Acquired acquired) {
                PendingNotice request = new PendingNotice(
                        id,
                        waiting.contactComplaintId(),
                        waiting.contactComplaintId(),
                        NoticeType.CONFIRM_ADDRESS,
                        Map.of(),
                        waiting.at());
                try {
                    recordSent(id, mail.deliver(request, contact));
                } catch (RuntimeException outage) {
                    leases.release(acquired);
                    throw outage;
                }
            }
        });
    }

    /** Records that the receipt, which has the link too, was sent to the address. */
    void recordReceipt(PendingNotice receipt, ReporterContact contact) {
        contact.email().ifPresent(email -> recordSent(requestId(receipt, email), new Delivered()));
    }

    private void recordSent(UUID id, DeliveryResult result) {
        leases.recordResult(id, DeliveryOutcome.of(ContactChannel.EMAIL, result));
        leases.markPublished(id);
    }

    /** Derived from the code, which is keyed: nobody can find out the address by trying. */
    private UUID requestId(PendingNotice notice, String email) {
        String code = codes.codeFor(notice.contactComplaintId(), email);
        return UUID.nameUUIDFromBytes(("confirm/" + code).getBytes(StandardCharsets.UTF_8));
    }
}
