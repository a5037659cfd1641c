package id.pintu.sla.ical;

import id.pintu.support.tables.InvalidTableException;
import id.pintu.support.tables.Utf8TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Immutable lines of an iCalendar file: unfolded, each with the number of its first line in the file. The parser gets only
 * the components and properties that say which days are closed, so that nothing else in a file can make it fail.
 *
 * @param lines what the parser reads
 * @param events the VEVENTs, in order
 * @param others lines on which a component other than an event begins
 * @param method of the calendar, in upper case; empty if it has none
 */
record ICalendarSource(
        List<ICalendarLine> lines, List<ICalendarEventSource> events, List<ICalendarLine> others, String method) {

    private static final Set<String> PROPERTIES = Set.of(
            "UID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "SEQUENCE",
            "SUMMARY",
            "CATEGORIES",
            "STATUS",
            "TRANSP");

    /**
     * Unfolded content line.
     *
     * @param number of its first line in the file, from 1
     */
    record ICalendarLine(int number, String text) {

        /** Name of its property, in upper case. */
        String name() {
            int end = 0;
            while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != ';') {
                end++;
            }
            return text.substring(0, end).strip().toUpperCase(Locale.ROOT);
        }

        /** What follows the first colon. */
        String value() {
            return text.substring(text.indexOf(':') + 1).strip();
        }
    }

    /**
     * Lines of one VEVENT.
     *
     * @param line on which it begins
     */
    record ICalendarEventSource(int line, List<ICalendarLine> properties) {

        /** Lines of this property. */
        List<ICalendarLine> of(String name) {
            return properties.stream().filter(each -> each.name().equals(name)).toList();
        }
    }

    /**
     * @throws InvalidTableException if the bytes are not UTF-8, or not exactly one whole VCALENDAR
     */
    static ICalendarSource of(byte[] bytes) {
        return new ICalendarLineFilter().filter(unfold(Utf8TextReader.read(bytes)));
    }

    /** What the parser reads; its n-th line is the n-th of {@link #lines}. */
    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append("\r\n"));
        return text.toString();
    }

    static boolean describesDays(String property) {
        return PROPERTIES.contains(property);
    }

    private static List<ICalendarLine> unfold(String text) {
        List<ICalendarLine> unfolded = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (!unfolded.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                ICalendarLine last = unfolded.removeLast();
                unfolded.add(new ICalendarLine(last.number(), last.text() + line.substring(1)));
            } else if (!line.isBlank()) {
                unfolded.add(new ICalendarLine(number, line));
            }
        }
        return unfolded;
    }
}
