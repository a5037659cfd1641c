package id.pintu.notification.mail;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.delivery.EmailConfirmationPolicy;
import id.pintu.notification.message.EmailContent;
import id.pintu.notification.message.NoticeTextRenderer;
import id.pintu.notification.notice.DeliveryFailureCause;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Notification channel that sends e-mail over SMTP.
 *
 * <p>The Message-ID is derived from the notice: if a message is sent twice, because the process died between the
 * server's OK and the recording of the result, both copies carry one id, and most mailboxes show only one.
 */
public final class EmailChannel implements NotificationChannel {

    private final JavaMailSender smtp;
    private final NoticeTextRenderer renderer;
    private final InternetAddress from;

    /**
     * @param from such as {@code SP4N-LAPOR! <noreply@lapor.go.id>}; its domain is also that of the Message-IDs
     * @throws IllegalArgumentException when {@code from} is not an e-mail address
     */
    public EmailChannel(JavaMailSender smtp, NoticeTextRenderer renderer, String from) {
        this.smtp = smtp;
        this.renderer = renderer;
        this.from = address(from).orElseThrow(() -> new IllegalArgumentException("not an e-mail address: " + from));
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
                .flatMap(EmailChannel::address)
                .map(to -> send(compose(notice, contact, to)))
                .orElse(new Undeliverable("malformed-address"));
    }

    /** The code of the server's answer, such as {@code smtp-451}, or else the exception's class. */
    @Override
    public String causeOf(RuntimeException failure) {
        return SmtpRefusalClassifier.findReplyCode(failure)
                .map(code -> "smtp-" + code)
                .orElseGet(() -> DeliveryFailureCause.of(failure));
    }

    private DeliveryResult send(MimeMessage mail) {
        try {
            smtp.send(mail);
            return new Delivered();
        } catch (MailSendException e) {
            if (e.getFailedMessages().isEmpty()) {
                return new Delivered(); // the server accepted it; only closing the connection failed
            }
            return SmtpRefusalClassifier.findPermanentRefusal(e).orElseThrow(() -> e);
        }
    }

    private MimeMessage compose(PendingNotice notice, ReporterContact contact, InternetAddress to) {
        EmailContent content = renderer.renderEmail(notice, contact);
        MimeMessage mail = smtp.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to);
            parts.setSubject(content.subject());
            parts.setText(content.text());
            mail.setHeader("Message-ID", messageId(notice.about().toString()));
            mail.setHeader("References", messageId(notice.complaintId().value())); // groups the mails of a complaint
            mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: suppresses automatic replies
            mail.setHeader("Content-Language", "id, en");
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot compose the e-mail", e);
        }
        return mail;
    }

    private String messageId(String name) {
        String address = from.getAddress();
        return "<" + name + "@" + address.substring(address.indexOf('@') + 1) + ">";
    }

    private static Optional<InternetAddress> address(String text) {
        try {
            return Optional.of(new InternetAddress(text, true));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
