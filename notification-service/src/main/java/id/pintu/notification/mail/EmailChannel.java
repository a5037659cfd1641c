package id.pintu.notification.mail;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.delivery.EmailConfirmationPolicy;
import id.pintu.notification.message.EmailContent;
import id.pintu.notification.message.NoticeTextRenderer;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSender;

/** Notification channel that sends e-mail over SMTP. */
public final class EmailChannel implements NotificationChannel {

    private final SmtpMailer mailer;
    private final NoticeTextRenderer renderer;

    public EmailChannel(SmtpMailer mailer, NoticeTextRenderer renderer) {
        this.mailer = mailer;
        this.renderer = renderer;
    }

    /**
     * @param from such as {@code SP4N-LAPOR! <noreply@lapor.go.id>}
     * @throws IllegalArgumentException when it is not an e-mail address
     */
    public EmailChannel(JavaMailSender smtp, NoticeTextRenderer renderer, String from) {
        this(new SmtpMailer(smtp, from), renderer);
    }

    @Override
    public ContactChannel kind() {
        return ContactChannel.EMAIL;
    }

    @Override
    public DeliveryResult deliver(PendingNotice notice, ReporterContact contact) {
        if (contact.email().isEmpty()) {
            return Undeliverable.NO_ADDRESS;
        }
        if (!EmailConfirmationPolicy.permits(notice, contact)) {
            return new Undeliverable("address-not-confirmed");
        }
        return contact.email()
                .flatMap(SmtpMailer::address)
                .map(to -> send(notice, contact, to))
                .orElse(new Undeliverable("malformed-address"));
    }

    /** The code of the server's answer, such as {@code smtp-451}, or else the exception's class. */
    @Override
    public String causeOf(RuntimeException failure) {
        return SmtpMailer.causeOf(failure);
    }

    private DeliveryResult send(PendingNotice notice, ReporterContact contact, InternetAddress to) {
        EmailContent content = renderer.renderEmail(notice, contact);
        return mailer.send(new OutgoingMail(
                to,
                content,
                notice.about().toString(),
                Optional.of(notice.complaintId().value()),
                "id, en"));
    }
}
