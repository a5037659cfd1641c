package id.pintu.sla.ical;

import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.HolidayListing;
import id.pintu.sla.calendar.HolidayListing.IgnoredCalendarEntry;
import id.pintu.sla.calendar.HolidayListing.ListedHoliday;
import id.pintu.sla.ical.EventOccurrences.LocalOccurrence;
import id.pintu.sla.ical.ICalendarSource.ICalendarEventSource;
import id.pintu.support.tables.InvalidTableException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * iCalendar codec (RFC 5545) of decrees: one all-day event for each closed day, its category the kind, its description the
 * decree.
 */
public final class HolidayICalendarCodec {

    private HolidayICalendarCodec() {}

    /**
     * Reads the days of a calendar. An event without a category is a national holiday. An event that changes or cancels one
     * occurrence of another (RECURRENCE-ID) takes its place. What closes no day is listed with the reason.
     *
     * @param zone in which a time in UTC is judged
     * @param lastYear last year of what repeats without end
     * @throws InvalidTableException if the file cannot be read without doubt; the message names the line
     */
    public static HolidayListing read(byte[] ical, ZoneId zone, int lastYear) {
        ICalendarSource source = ICalendarSource.of(ical);
        source.events().forEach(event -> ICalendarEventChecker.check(event, ownZones(source)));
        List<HolidayEventReader> events = events(source, zone, lastYear);
        List<ListedHoliday> days = new ArrayList<>();
        List<IgnoredCalendarEntry> ignored = new ArrayList<>();
        source.others()
                .forEach(line -> ignored.add(new IgnoredCalendarEntry(line.number(), "", "it is no event (VEVENT)")));
        for (HolidayEventReader event : events) {
            if (source.method().equals("CANCEL")) {
                ignored.add(event.entry("METHOD of the calendar is CANCEL"));
            } else {
                event.ignored()
                        .map(event::entry)
                        .ifPresentOrElse(ignored::add, () -> read(event, events, days, ignored));
            }
        }
        ignored.sort(Comparator.comparingInt(IgnoredCalendarEntry::line));
        return new HolidayListing(days, ignored);
    }

    private static void read(
            HolidayEventReader event,
            List<HolidayEventReader> all,
            List<ListedHoliday> days,
            List<IgnoredCalendarEntry> ignored) {
        EventOccurrences occurrences = event.occurrences();
        Map<LocalDateTime, LocalOccurrence> taken = occurrences.byStart();
        if (occurrences.replaced().isEmpty()) {
            for (HolidayEventReader other : all) {
                if (uid(other).equals(uid(event))) {
                    other.occurrences()
                            .replaced()
                            .filter(start -> taken.remove(start) != null)
                            .ifPresent(start -> ignored.add(event.entry(
                                    "its occurrence of " + start.toLocalDate() + " is replaced by another event")));
                }
            }
        }
        if (occurrences.isEndless()) {
            ignored.add(
                    event.entry("it repeats without end: what is after " + occurrences.lastYear() + " is left out"));
        }
        days.addAll(event.days(taken.values(), ignored));
    }

    /** Writes the days of these decrees. */
    public static String write(List<CalendarDecree> decrees) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Pintu//sla-service//ID"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        for (CalendarDecree decree : decrees) {
            decree.days().forEach(day -> calendar.add(event(decree, day)));
        }
        return calendar.toString();
    }

    private static List<HolidayEventReader> events(ICalendarSource source, ZoneId zone, int lastYear) {
        List<VEvent> parsed = parse(source).getComponents(Component.VEVENT);
        List<HolidayEventReader> events = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            ICalendarEventSource lines = source.events().get(i);
            events.add(new HolidayEventReader(new EventOccurrences(parsed.get(i), lines, zone, lastYear)));
        }
        return events;
    }

    private static Calendar parse(ICalendarSource source) {
        try {
            return new CalendarBuilder().build(new StringReader(source.text()));
        } catch (ParserException e) {
            int index = Math.clamp(e.getLineNo(), 1, source.lines().size());
            throw new InvalidTableException(
                    source.lines().get(index - 1).number(), "is no valid line of an iCalendar file");
        } catch (IOException | RuntimeException e) {
            throw new InvalidTableException(1, "the file is no valid iCalendar file");
        }
    }

    private static Set<String> ownZones(ICalendarSource source) {
        return source.lines().stream()
                .filter(line -> line.name().equals("TZID"))
                .map(ICalendarSource.ICalendarLine::value)
                .collect(Collectors.toSet());
    }

    private static String uid(HolidayEventReader event) {
        return event.occurrences()
                .event()
                .getProperty(Property.UID)
                .map(Property::getValue)
                .orElse("");
    }

    private static VEvent event(CalendarDecree decree, CalendarDecree.DecreedDay day) {
        String identity = day.date() + decree.scope() + decree.name();
        VEvent event = new VEvent(day.date(), day.date().plusDays(1), day.name());
        event.replace(new Uid(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)) + "@pintu"));
        event.replace(new DtStamp(decree.since()));
        event.add(new Description(
                decree.scope().isEmpty() ? decree.name() : decree.name() + " (" + decree.scope() + ")"));
        event.add(new Categories(day.kind().name().toLowerCase(Locale.ROOT)));
        event.add(ImmutableTransp.OPAQUE);
        return event;
    }
}
