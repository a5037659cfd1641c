package id.pintu.portal.pages;

import java.util.UUID;
import java.util.regex.Pattern;

/** Factory of idempotency keys of forms: each rendering has its own, so that sending it twice is one submission. */
public final class SubmissionToken {

    private static final Pattern UUID_FORMAT = Pattern.compile("[0-9a-f-]{36}");

    private SubmissionToken() {}

    public static String generate() {
        return UUID.randomUUID().toString();
    }

    /** The key that came with the form, or a new one if it is malformed. */
    public static String validOrNew(String typed) {
        return UUID_FORMAT.matcher(typed).matches() ? typed : generate();
    }
}
