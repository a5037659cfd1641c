package id.pintu.portal.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * View of an instant.
 *
 * @param iso ISO-8601, for the {@code datetime} attribute
 * @param text such as {@code Selasa, 3 Maret 2026, 14.05 WIB}
 */
public record DisplayedTime(String iso, String text) {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final DateTimeFormatter IN_INDONESIAN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH.mm ", INDONESIAN);
    private static final DateTimeFormatter IN_ENGLISH =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm ", Locale.ENGLISH);

    /** In Indonesian for both languages: only its locale has the zone names WIB, WITA and WIT. */
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", INDONESIAN);

    public static DisplayedTime of(Instant instant, ZoneId zone, Locale locale) {
        ZonedDateTime local = instant.atZone(zone);
        DateTimeFormatter date = locale.getLanguage().equals("en") ? IN_ENGLISH : IN_INDONESIAN;
        return new DisplayedTime(instant.toString(), date.format(local) + ZONE.format(local));
    }
}
