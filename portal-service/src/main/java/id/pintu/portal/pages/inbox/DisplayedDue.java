package id.pintu.portal.pages.inbox;

import id.pintu.portal.pages.DisplayedTime;
import id.pintu.support.calendars.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A deadline in words.
 *
 * @param messageKey key of the message, with working days and time of day as arguments
 * @param days working days left, or since it passed
 * @param time of day, such as {@code 16.00}
 * @param urgency {@code late}, {@code today}, {@code soon} (two working days) or {@code later}
 */
record DisplayedDue(String messageKey, int days, String time, DisplayedTime at, String urgency) {

    private static final int SOON = 2;

    static DisplayedDue of(Instant due, Instant now, ZoneId zone, WorkingDays calendar, Locale locale) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = due.atZone(zone).toLocalDate();
        String time = DateTimeFormatter.ofPattern(locale.getLanguage().equals("en") ? "HH:mm" : "HH.mm")
                .format(due.atZone(zone));
        DisplayedTime at = DisplayedTime.of(due, zone, locale);
        if (due.isBefore(now)) {
            int late = calendar.between(day, today);
            return new DisplayedDue(late == 0 ? "inbox.due.late-today" : "inbox.due.late", late, time, at, "late");
        }
        if (day.equals(today)) {
            return new DisplayedDue("inbox.due.today", 0, time, at, "today");
        }
        int left = calendar.between(today, day);
        return new DisplayedDue("inbox.due.left", left, time, at, left <= SOON ? "soon" : "later");
    }
}
