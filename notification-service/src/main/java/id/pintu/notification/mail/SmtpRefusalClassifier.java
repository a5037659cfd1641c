package id.pintu.notification.mail;

import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Classifier of SMTP failures: permanent refusals of a recipient or message, as opposed to failures worth a retry. */
final class SmtpRefusalClassifier {

    private SmtpRefusalClassifier() {}

    /** The first permanent refusal in a failed send, if the server gave one. */
    static Optional<Undeliverable> findPermanentRefusal(MailSendException failure) {
        return Stream.of(failure.getMessageExceptions())
                .flatMap(SmtpRefusalClassifier::chain)
                .flatMap(SmtpRefusalClassifier::refusalOf)
                .findFirst();
    }

    /** The first reply code of the server in a failed send, if it got as far as a reply. */
    static Optional<Integer> findReplyCode(RuntimeException failure) {
        Stream<Exception> outermost =
                failure instanceof MailSendException send ? Stream.of(send.getMessageExceptions()) : Stream.of();
        return Stream.concat(outermost, failure.getCause() instanceof Exception cause ? Stream.of(cause) : Stream.of())
                .flatMap(SmtpRefusalClassifier::chain)
                .flatMap(SmtpRefusalClassifier::replyCodeOf)
                .filter(code -> code >= 400 && code < 600)
                .findFirst();
    }

    private static Stream<Integer> replyCodeOf(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> Stream.of(address.getReturnCode());
            case SMTPSendFailedException message -> Stream.of(message.getReturnCode());
            default -> Stream.of();
        };
    }

    private static Stream<Exception> chain(Exception outermost) {
        return Stream.iterate(outermost, e -> e != null, SmtpRefusalClassifier::next);
    }

    private static @Nullable Exception next(@Nullable Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static Stream<Undeliverable> refusalOf(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address ->
                permanentRefusal(address.getReturnCode(), String.valueOf(address.getMessage()));
            case SMTPSendFailedException message ->
                message.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL FROM")
                        ? Stream.of() // our sender address is refused, not the recipient
                        : permanentRefusal(message.getReturnCode(), String.valueOf(message.getMessage()));
            default -> Stream.of();
        };
    }

    /** 5xx is permanent (RFC 5321), except 5.7.x (RFC 3463): a policy refusal, to be solved by our configuration. */
    private static Stream<Undeliverable> permanentRefusal(int code, String reply) {
        return code / 100 == 5 && !reply.contains(" 5.7.") ? Stream.of(new Undeliverable("smtp-" + code)) : Stream.of();
    }
}
