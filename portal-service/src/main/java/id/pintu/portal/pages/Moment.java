package id.pintu.portal.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time as a page shows it.
 *
 * @param iso for machines
 * @param text for people, such as {@code Selasa, 3 Maret 2026, 14.05 WIB}
 */
public record Moment(String iso, String text) {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final DateTimeFormatter IN_INDONESIAN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH.mm ", INDONESIAN);
    private static final DateTimeFormatter IN_ENGLISH =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm ", Locale.ENGLISH);

    /** Only Indonesian calls its zones WIB, WITA and WIT; English readers know them by these names too. */
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", INDONESIAN);

    public static Moment of(Instant instant, ZoneId zone, Locale locale) {
        ZonedDateTime there = instant.atZone(zone);
        DateTimeFormatter date = locale.getLanguage().equals("en") ? IN_ENGLISH : IN_INDONESIAN;
        return new Moment(instant.toString(), date.format(there) + ZONE.format(there));
    }
}
