package id.pintu.portal.pages;

import java.util.UUID;
import java.util.regex.Pattern;

/** What makes a form that is sent twice one submission: a number it was rendered with. */
public final class Submission {

    private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}");

    private Submission() {}

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The one that came with the form, unless somebody has tampered with it. */
    public static String of(String typed) {
        return NUMBER.matcher(typed).matches() ? typed : fresh();
    }
}
