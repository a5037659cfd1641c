package id.pintu.sla.ical;

import id.pintu.sla.ical.ICalendarSource.ICalendarEventSource;
import id.pintu.sla.ical.ICalendarSource.ICalendarLine;
import id.pintu.support.tables.InvalidTableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Filter of the lines of an iCalendar file: keeps time zones whole, and of events what says which days are closed. Used once. */
final class ICalendarLineFilter {

    private static final String CALENDAR = "VCALENDAR";
    private static final String EVENT = "VEVENT";
    private static final String TIME_ZONE = "VTIMEZONE";

    private final Deque<String> open = new ArrayDeque<>();
    private final List<ICalendarLine> kept = new ArrayList<>();
    private final List<ICalendarEventSource> events = new ArrayList<>();
    private final List<ICalendarLine> others = new ArrayList<>();
    private List<ICalendarLine> properties = new ArrayList<>();
    private String method = "";
    private boolean ended;

    ICalendarSource filter(List<ICalendarLine> lines) {
        for (ICalendarLine line : lines) {
            switch (line.name()) {
                case "BEGIN" -> begin(line);
                case "END" -> end(line);
                default -> property(line);
            }
        }
        if (!ended) {
            int last = lines.isEmpty() ? 1 : lines.getLast().number();
            throw new InvalidTableException(
                    last, open.isEmpty() ? "no VCALENDAR found" : "the file ends before END:" + open.peek());
        }
        return new ICalendarSource(kept, events, others, method);
    }

    private void begin(ICalendarLine line) {
        String component = line.value().toUpperCase(Locale.ROOT);
        if (open.isEmpty() != component.equals(CALENDAR)) {
            throw new InvalidTableException(line.number(), "is not inside BEGIN:VCALENDAR and END:VCALENDAR");
        }
        if (ended) {
            throw new InvalidTableException(line.number(), "a second VCALENDAR begins; send one at a time");
        }
        open.push(component);
        if (component.equals(EVENT)) {
            properties = new ArrayList<>();
            events.add(new ICalendarEventSource(line.number(), properties));
        } else if (open.size() == 2 && !component.equals(TIME_ZONE)) {
            others.add(line);
        }
        keepIfRead(line);
    }

    private void end(ICalendarLine line) {
        if (!line.value().toUpperCase(Locale.ROOT).equals(open.peek())) {
            throw new InvalidTableException(line.number(), "ends a component that is not the one begun last");
        }
        keepIfRead(line);
        open.pop();
        ended |= open.isEmpty();
    }

    private void property(ICalendarLine line) {
        if (open.isEmpty()) {
            throw new InvalidTableException(line.number(), "is not inside BEGIN:VCALENDAR and END:VCALENDAR");
        }
        if (line.text().indexOf(':') < 0) {
            throw new InvalidTableException(line.number(), "is no iCalendar line: it has no colon");
        }
        if (open.contains(TIME_ZONE)) {
            // Nothing is fetched from the network, a newer time zone neither.
            if (!line.name().equals("TZURL")) {
                kept.add(line);
            }
        } else if (EVENT.equals(open.peek()) && ICalendarSource.describesDays(line.name())) {
            kept.add(line);
            properties.add(line);
        } else if (CALENDAR.equals(open.peek()) && line.name().equals("METHOD")) {
            method = line.value().toUpperCase(Locale.ROOT);
        }
    }

    private void keepIfRead(ICalendarLine line) {
        if (open.contains(TIME_ZONE) || EVENT.equals(open.peek()) || open.size() == 1) {
            kept.add(line);
        }
    }
}
