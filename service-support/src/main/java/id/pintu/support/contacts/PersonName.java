package id.pintu.support.contacts;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Name of a person as it may stand in an official mail: it can be no message and no link.
 *
 * @param value letters and marks of any script, spaces, and the signs {@code . ' , -}; at most 100 characters
 */
public record PersonName(String value) {

    private static final int MAX_LENGTH = 100;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\x{200C}\\x{200D}]]");
    private static final Pattern ALLOWED = Pattern.compile(
            "[\\p{L}\\p{M}\\x{200C}\\x{200D} .,'\\x{2019}\\x{02BC}-]*\\p{L}[\\p{L}\\p{M}\\x{200C}\\x{200D} .,'\\x{2019}\\x{02BC}-]*");

    /** What a mail program takes for the name of a server: {@code evil.example}, but not {@code S.Pd}. */
    private static final Pattern SERVER_NAME =
            Pattern.compile("(^|[^\\p{L}.])(\\p{L}[\\p{L}\\p{M}-]+\\.\\p{L}{2,}|\\p{L}\\.\\p{Ll}{2,})");

    private static final Pattern WEB = Pattern.compile("(?i)\\b(https?|www|mailto)\\b");

    /** Empty when the text has other characters, is too long, or could be taken for an address. */
    public static Optional<PersonName> parse(String typed) {
        String visible = INVISIBLE.matcher(typed).replaceAll("");
        String name = Normalizer.normalize(visible, Normalizer.Form.NFC)
                .replaceAll("\\p{Z}+", " ")
                .strip();
        boolean valid = name.length() <= MAX_LENGTH
                && ALLOWED.matcher(name).matches()
                && !SERVER_NAME.matcher(name).find()
                && !WEB.matcher(name).find();
        return valid ? Optional.of(new PersonName(name)) : Optional.empty();
    }

    /** Without the name, so that a log line never contains personal data. */
    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
