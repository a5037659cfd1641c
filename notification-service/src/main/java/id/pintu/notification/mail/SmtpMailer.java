package id.pintu.notification.mail;

import id.pintu.notification.message.EmailContent;
import id.pintu.notification.notice.DeliveryFailureCause;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
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
 * Sender of mails over SMTP, each to one address.
 *
 * <p>The Message-ID is derived from what a mail is about: if one is sent twice, because the process died between the
 * server's OK and the recording of the result, both copies carry one id, and most mailboxes show only one.
 */
public final class SmtpMailer {

    private final JavaMailSender smtp;
    private final InternetAddress from;

    /**
     * @param from such as {@code SP4N-LAPOR! <noreply@lapor.go.id>}; its domain is also that of the Message-IDs
     * @throws IllegalArgumentException when {@code from} is not an e-mail address
     */
    public SmtpMailer(JavaMailSender smtp, String from) {
        this.smtp = smtp;
        this.from = address(from).orElseThrow(() -> new IllegalArgumentException("not an e-mail address: " + from));
    }

    /**
     * Sends a mail once, which no answer is expected to.
     *
     * @param name of the mail, unique, derived from what it is about
     * @param language such as {@code id}
     * @throws RuntimeException when the server does not take it now
     */
    public DeliveryResult send(String address, EmailContent content, String name, String language) {
        return address(address)
                .map(to -> send(new OutgoingMail(to, content, name, Optional.empty(), language)))
                .orElse(new Undeliverable("malformed-address"));
    }

    DeliveryResult send(OutgoingMail mail) {
        MimeMessage message = compose(mail);
        try {
            smtp.send(message);
            return new Delivered();
        } catch (MailSendException e) {
            if (e.getFailedMessages().isEmpty()) {
                return new Delivered(); // the server accepted it; only closing the connection failed
            }
            return SmtpRefusalClassifier.findPermanentRefusal(e).orElseThrow(() -> e);
        }
    }

    /** The code of the server's answer, such as {@code smtp-451}, or else the exception's class. */
    public static String causeOf(RuntimeException failure) {
        return SmtpRefusalClassifier.findReplyCode(failure)
                .map(code -> "smtp-" + code)
                .orElseGet(() -> DeliveryFailureCause.of(failure));
    }

    /** Whether the server answered, so that it is up and refused this mail only. */
    public static boolean isAnswer(Throwable failure) {
        return failure instanceof RuntimeException unchecked
                && SmtpRefusalClassifier.findReplyCode(unchecked).isPresent();
    }

    private MimeMessage compose(OutgoingMail mail) {
        MimeMessage message = smtp.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(mail.to());
            parts.setSubject(mail.content().subject());
            parts.setText(mail.content().text());
            message.setHeader("Message-ID", messageId(mail.name()));
            if (mail.subjectName().isPresent()) {
                message.setHeader("References", messageId(mail.subjectName().get())); // groups the mails of a complaint
            }
            message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: suppresses automatic replies
            message.setHeader("Content-Language", mail.languages());
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot compose the e-mail", e);
        }
        return message;
    }

    private String messageId(String name) {
        String address = from.getAddress();
        return "<" + name + "@" + address.substring(address.indexOf('@') + 1) + ">";
    }

    static Optional<InternetAddress> address(String text) {
        try {
            return Optional.of(new InternetAddress(text, true));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
