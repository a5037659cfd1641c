package id.pintu.sla.ical;

import id.pintu.sla.ical.ICalendarSource.ICalendarEventSource;
import id.pintu.sla.ical.ICalendarSource.ICalendarLine;
import id.pintu.support.tables.InvalidTableException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checker of an event's lines for what the parser would take silently or fail on without a line: missing and repeated
 * properties, dates that do not exist, unknown time zones, and repetition by the hour.
 */
final class ICalendarEventChecker {

    private static final List<String> AT_MOST_ONCE = List.of(
            "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP");
    private static final Set<String> DATES = Set.of("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID");
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{8})(?!\\d)");
    private static final Pattern TIME_ZONE = Pattern.compile(";TZID=\"?([^\":;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOO_OFTEN =
            Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(HOUR|MINUTE|SECOND)=", Pattern.CASE_INSENSITIVE);

    private ICalendarEventChecker() {}

    /**
     * @param ownZones time zones that the file defines
     * @throws InvalidTableException naming the line
     */
    static void check(ICalendarEventSource event, Set<String> ownZones) {
        for (String property : AT_MOST_ONCE) {
            List<ICalendarLine> lines = event.of(property);
            if (lines.size() > 1) {
                throw new InvalidTableException(lines.get(1).number(), "a second " + property + " of one event");
            }
        }
        require(event, "DTSTART");
        require(event, "SUMMARY");
        if (!event.of("DTEND").isEmpty() && !event.of("DURATION").isEmpty()) {
            throw new InvalidTableException(event.of("DURATION").getFirst().number(), "an event has DTEND or DURATION");
        }
        event.properties().forEach(line -> check(line, ownZones));
    }

    private static void check(ICalendarLine line, Set<String> ownZones) {
        if (DATES.contains(line.name())) {
            checkDates(line, ownZones);
        }
        if (line.name().equals("RRULE") && TOO_OFTEN.matcher(line.value()).find()) {
            throw new InvalidTableException(line.number(), "a day is repeated by the day, week, month or year");
        }
        if (line.name().equals("RECURRENCE-ID")
                && line.text().toUpperCase(Locale.ROOT).contains("RANGE=")) {
            throw new InvalidTableException(line.number(), "RANGE is not supported; name each changed day");
        }
    }

    private static void checkDates(ICalendarLine line, Set<String> ownZones) {
        Matcher zone = TIME_ZONE.matcher(line.text());
        if (zone.find() && !ownZones.contains(zone.group(1)) && !isKnown(zone.group(1))) {
            throw new InvalidTableException(line.number(), "the TZID is neither defined in the file nor known");
        }
        Matcher dates = DATE.matcher(line.value());
        boolean any = false;
        while (dates.find()) {
            any = true;
            if (!exists(dates.group(1))) {
                throw new InvalidTableException(line.number(), "names a day that does not exist");
            }
        }
        if (!any) {
            throw new InvalidTableException(line.number(), "expected a date such as 20260319");
        }
    }

    private static void require(ICalendarEventSource event, String property) {
        if (event.of(property).stream().allMatch(line -> line.value().isBlank())) {
            throw new InvalidTableException(event.line(), "the event has no " + property);
        }
    }

    private static boolean exists(String date) {
        try {
            LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isKnown(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone);
    }
}
