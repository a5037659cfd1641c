package id.pintu.notification.mail;

import id.pintu.notification.message.EmailContent;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * Mail to one address.
 *
 * @param name the part of the Message-ID before the domain, derived from what the mail is about
 * @param subjectName the same of what it refers to, which groups mails
 * @param languages such as {@code id, en}
 */
record OutgoingMail(
        InternetAddress to, EmailContent content, String name, Optional<String> subjectName, String languages) {

    /** Without the address, so that a log line never contains it. */
    @Override
    public String toString() {
        return "OutgoingMail[" + name + "]";
    }
}
