package id.pintu.notification.words;

/**
 * A notice as a mail.
 *
 * @param subject one line; carries the tracking number and nothing a person wrote
 * @param text plain text
 */
public record Letter(String subject, String text) {}
