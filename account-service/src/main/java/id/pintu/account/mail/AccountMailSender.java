package id.pintu.account.mail;

import id.pintu.account.AccountServiceProperties;
import id.pintu.account.accounts.LinkPurpose;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.support.accounts.RoleGrant;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sender of mails about an account, most with a one-time link, in Indonesian and English. It sends on a thread of its own: how long an answer takes
 * tells nobody whether an account exists, and a slow mail server holds up no page.
 */
@Component
public class AccountMailSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountMailSender.class);
    private static final Locale INDONESIAN = Locale.of("id");

    private final JavaMailSender smtp;
    private final MessageSource texts;
    private final AccountServiceProperties properties;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    AccountMailSender(JavaMailSender smtp, MessageSource texts, AccountServiceProperties properties) {
        this.smtp = smtp;
        this.texts = texts;
        this.properties = properties;
    }

    /** Sends a link; a failure is logged without address and link, and the link can be asked for again. */
    public void sendLink(PersonAccount account, LinkPurpose purpose, String link) {
        String key = "mail." + purpose.name().toLowerCase(Locale.ROOT);
        send(account, key, locale -> new Object[] {account.name(), link});
    }

    /** Tells somebody of a role that was given to the account. */
    public void sendRole(PersonAccount account, RoleGrant grant, String page) {
        String place = grant.institution().orElse("")
                + grant.unit().map(unit -> " · " + unit).orElse("");
        send(account, "mail.role", locale -> new Object[] {
            account.name(),
            texts.getMessage("role." + grant.role().wireName(), null, locale),
            place.isEmpty() ? "SP4N-LAPOR!" : place,
            page
        });
    }

    private void send(PersonAccount account, String key, Function<Locale, Object[]> arguments) {
        thread.execute(() -> {
            try {
                smtp.send(compose(account, key, arguments));
            } catch (MailException | MessagingException e) {
                LOG.warn(
                        "a mail for account {} was not sent: {}",
                        account.id(),
                        e.getClass().getSimpleName());
            }
        });
    }

    private MimeMessage compose(PersonAccount account, String key, Function<Locale, Object[]> arguments)
            throws MessagingException {
        MimeMessage mail = smtp.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        parts.setFrom(properties.mailFrom());
        parts.setTo(account.email());
        parts.setSubject(texts.getMessage(key + ".subject", null, INDONESIAN));
        parts.setText(texts.getMessage(key + ".text", arguments.apply(INDONESIAN), INDONESIAN) + "\n\n---\n\n"
                + texts.getMessage(key + ".text", arguments.apply(Locale.ENGLISH), Locale.ENGLISH) + "\n");
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: suppresses automatic replies
        mail.setHeader("Content-Language", "id, en");
        return mail;
    }

    @Override
    public void close() {
        thread.close();
    }
}
