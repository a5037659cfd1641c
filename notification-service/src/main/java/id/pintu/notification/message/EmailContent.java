package id.pintu.notification.message;

/**
 * A notice as a mail.
 *
 * @param subject one line; carries the tracking number and nothing a person wrote
 * @param text plain text
 */
public record EmailContent(String subject, String text) {}
