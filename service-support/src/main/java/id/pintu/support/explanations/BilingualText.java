package id.pintu.support.explanations;

import java.util.Locale;

/** The same said in Indonesian and in English. */
public record BilingualText(String id, String en) {

    static final BilingualText EMPTY = new BilingualText("", "");

    /** Indonesian, unless English is asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }

    /** With these in the places of {@code %s}, the same in both languages. */
    public BilingualText format(Object... arguments) {
        return new BilingualText(id.formatted(arguments), en.formatted(arguments));
    }

    /** This and then that, with nothing between them. */
    BilingualText append(BilingualText more) {
        return new BilingualText(id + more.id, en + more.en);
    }

    /** This sentence and the next, if there are both. */
    BilingualText appendSentence(BilingualText next) {
        if (id.isEmpty() || next.id.isEmpty()) {
            return append(next);
        }
        return append(new BilingualText(" ", " ")).append(next);
    }
}
