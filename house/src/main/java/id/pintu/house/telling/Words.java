package id.pintu.house.telling;

import java.util.Locale;

/** The same said in Indonesian and in English. */
public record Words(String id, String en) {

    static final Words NONE = new Words("", "");

    /** Indonesian, unless English is asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }

    /** With these in the places of {@code %s}, the same in both languages. */
    public Words with(Object... facts) {
        return new Words(id.formatted(facts), en.formatted(facts));
    }

    /** This and then that, with nothing between them. */
    Words then(Words more) {
        return new Words(id + more.id, en + more.en);
    }

    /** This sentence and the next, if there are both. */
    Words and(Words next) {
        if (id.isEmpty() || next.id.isEmpty()) {
            return then(next);
        }
        return then(new Words(" ", " ")).then(next);
    }
}
