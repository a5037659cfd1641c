package id.pintu.support.explanations;

import java.util.Locale;

/**
 * Text in two languages.
 *
 * @param id Indonesian
 * @param en English
 */
public record BilingualText(String id, String en) {

    static final BilingualText EMPTY = new BilingualText("", "");

    /** Indonesian, unless English is asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }

    /** Formats both texts with the same arguments, as {@link String#formatted} does. */
    public BilingualText format(Object... arguments) {
        return new BilingualText(id.formatted(arguments), en.formatted(arguments));
    }

    /** Concatenation without a separator. */
    BilingualText append(BilingualText more) {
        return new BilingualText(id + more.id, en + more.en);
    }

    /** Concatenation with a space between, if neither is empty. */
    BilingualText appendSentence(BilingualText next) {
        if (id.isEmpty() || next.id.isEmpty()) {
            return append(next);
        }
        return append(new BilingualText(" ", " ")).append(next);
    }
}
