package id.pintu.portal.pages;

import java.util.UUID;
import java.util.regex.Pattern;

/** What makes a form that is sent twice one submission: a number it was rendered with. */
public final class SubmissionToken {

    private static final Pattern UUID_FORMAT = Pattern.compile("[0-9a-f-]{36}");

    private SubmissionToken() {}

    public static String generate() {
        return UUID.randomUUID().toString();
    }

    /** The one that came with the form, unless somebody has tampered with it. */
    public static String validOrNew(String typed) {
        return UUID_FORMAT.matcher(typed).matches() ? typed : generate();
    }
}
