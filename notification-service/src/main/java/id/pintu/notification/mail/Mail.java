package id.pintu.notification.mail;

import id.pintu.events.ContactChannel;
import id.pintu.notification.notice.Channel;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Refused;
import id.pintu.notification.notice.Delivery.Taken;
import id.pintu.notification.notice.Notice;
import id.pintu.notification.notice.Reporter;
import id.pintu.notification.words.Letter;
import id.pintu.notification.words.Words;
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
 * Mail over SMTP.
 *
 * <p>The Message-ID is derived from the notice: should a mail go out again because the process died between the
 * server's OK and our note of it, both copies carry one id, and most mailboxes show one.
 */
public final class Mail implements Channel {

    private final JavaMailSender smtp;
    private final Words words;
    private final InternetAddress from;

    /**
     * @param from such as {@code SP4N-LAPOR! <noreply@lapor.go.id>}; its domain also signs the Message-IDs
     * @throws IllegalArgumentException when {@code from} is no mail address
     */
    public Mail(JavaMailSender smtp, Words words, String from) {
        this.smtp = smtp;
        this.words = words;
        this.from = address(from).orElseThrow(() -> new IllegalArgumentException("no mail address: " + from));
    }

    @Override
    public ContactChannel kind() {
        return ContactChannel.EMAIL;
    }

    @Override
    public Delivery deliver(Notice notice, Reporter reporter) {
        if (reporter.email().isEmpty()) {
            return Refused.NO_ADDRESS;
        }
        return reporter.email()
                .flatMap(Mail::address)
                .map(to -> send(mail(notice, reporter, to)))
                .orElse(new Refused("malformed-address"));
    }

    private Delivery send(MimeMessage mail) {
        try {
            smtp.send(mail);
            return new Taken();
        } catch (MailSendException e) {
            if (e.getFailedMessages().isEmpty()) {
                return new Taken(); // the server took it; only the good-bye failed
            }
            return Refusal.in(e).orElseThrow(() -> e);
        }
    }

    private MimeMessage mail(Notice notice, Reporter reporter, InternetAddress to) {
        Letter letter = words.letter(notice, reporter);
        MimeMessage mail = smtp.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to);
            parts.setSubject(letter.subject());
            parts.setText(letter.text());
            mail.setHeader("Message-ID", messageId(notice.about().toString()));
            mail.setHeader("References", messageId(notice.complaintId().value())); // one thread per complaint
            mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office reply, please
            mail.setHeader("Content-Language", "id, en");
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be put together", e);
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
