package id.pintu.account.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formatter of times on the pages: in western Indonesia (WIB), which each shows. */
final class DisplayedMoment {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private DisplayedMoment() {}

    static String of(Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH.mm", locale).format(moment.atZone(WIB)) + " WIB";
    }

    /** The end of a day. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(WIB).toInstant();
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, WIB);
    }
}
