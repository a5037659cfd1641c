package id.pintu.notification.message;

/**
 * Subject and text of a notice sent by e-mail.
 *
 * @param subject one line; contains the tracking number and no text a person wrote
 * @param text plain text
 */
public record EmailContent(String subject, String text) {}
