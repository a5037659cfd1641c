package id.pintu.portal.tracking;

import java.util.Locale;

/** The same said to citizens in Indonesian and in English. */
public record Words(String id, String en) {

    /** Indonesian, unless English is asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }
}
