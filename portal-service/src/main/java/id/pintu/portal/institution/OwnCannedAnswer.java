package id.pintu.portal.institution;

import java.time.Instant;

/**
 * Canned answer of an institution's own.
 *
 * @param id chosen by who adds it
 * @param title by which officers choose it
 * @param text with placeholders in curly brackets, as the bundled ones have
 * @param changedAt when it was written last
 */
public record OwnCannedAnswer(String id, String title, String text, Instant changedAt) {

    public static final int MAX_TITLE = 100;
    public static final int MAX_TEXT = 5_000;
}
