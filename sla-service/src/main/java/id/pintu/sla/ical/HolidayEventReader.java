package id.pintu.sla.ical;

import id.pintu.sla.calendar.CalendarDecree.DecreedDay;
import id.pintu.sla.calendar.CalendarDecree.DecreedDayKind;
import id.pintu.sla.calendar.DecreeBounds;
import id.pintu.sla.calendar.HolidayListing.IgnoredCalendarEntry;
import id.pintu.sla.calendar.HolidayListing.ListedHoliday;
import id.pintu.support.tables.InvalidTableException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;

/**
 * Reader of one event as closed days. An event closes a day only if it says so: one that is cancelled, tentative,
 * transparent, of another category, or shorter than a day is ignored, with the reason.
 */
record HolidayEventReader(EventOccurrences occurrences) {

    private static final Set<String> HOLIDAYS = Set.of(
            "holiday", "holidays", "public holiday", "public holidays", "national holiday", "libur", "hari libur");

    /** Exporters that cannot write an exclusive end write the last minute of the day. */
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /** Why the whole event closes no day; empty if it may close some. */
    Optional<String> ignored() {
        String status = text(Property.STATUS).toUpperCase(Locale.ROOT);
        if (status.equals("CANCELLED") || status.equals("TENTATIVE")) {
            return Optional.of("STATUS is " + status);
        }
        Optional<DecreedDayKind> named = namedKind();
        if (named.isEmpty() && !categories().isEmpty() && !isHoliday()) {
            return Optional.of("its category is not a kind of closed day");
        }
        return named.isEmpty() && text(Property.TRANSP).equalsIgnoreCase("TRANSPARENT")
                ? Optional.of("it is TRANSPARENT: it keeps nobody from working")
                : Optional.empty();
    }

    /** The closed days of these occurrences; those shorter than a day are put with the ignored entries. */
    List<ListedHoliday> days(
            Collection<EventOccurrences.LocalOccurrence> taken, List<IgnoredCalendarEntry> ignoredEntries) {
        DecreedDayKind kind = namedKind().orElse(DecreedDayKind.LIBUR_NASIONAL);
        List<ListedHoliday> days = new ArrayList<>();
        for (EventOccurrences.LocalOccurrence occurrence : taken) {
            LocalDate first = firstWholeDay(occurrence.start());
            LocalDate end = endOfWholeDays(occurrence.end());
            if (!first.isBefore(end)) {
                ignoredEntries.add(entry(
                        "from " + occurrence.start() + " to " + occurrence.end() + " local time covers no whole day"));
            } else if (days.size() + ChronoUnit.DAYS.between(first, end) > DecreeBounds.MAX_DAYS) {
                throw new InvalidTableException(line(), "closes more than " + DecreeBounds.MAX_DAYS + " days");
            } else {
                first.datesUntil(end)
                        .forEach(day -> days.add(new ListedHoliday(line(), new DecreedDay(day, name(), kind))));
            }
        }
        return days;
    }

    IgnoredCalendarEntry entry(String reason) {
        return new IgnoredCalendarEntry(line(), name(), reason);
    }

    private static LocalDate firstWholeDay(LocalDateTime start) {
        return start.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? start.toLocalDate()
                : start.toLocalDate().plusDays(1);
    }

    private static LocalDate endOfWholeDays(LocalDateTime end) {
        return end.toLocalTime().isBefore(LAST_MINUTE)
                ? end.toLocalDate()
                : end.toLocalDate().plusDays(1);
    }

    private int line() {
        return occurrences.source().line();
    }

    private String name() {
        return text(Property.SUMMARY).strip();
    }

    private Optional<DecreedDayKind> namedKind() {
        return categories().stream()
                .flatMap(category -> List.of(DecreedDayKind.values()).stream()
                        .filter(kind -> kind.name().equalsIgnoreCase(category)))
                .findFirst();
    }

    private boolean isHoliday() {
        return categories().stream().allMatch(each -> HOLIDAYS.contains(each.toLowerCase(Locale.ROOT)));
    }

    private List<String> categories() {
        VEvent event = occurrences.event();
        return event.<Categories>getProperties(Property.CATEGORIES).stream()
                .flatMap(each -> each.getCategories().getTexts().stream())
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private String text(String property) {
        return occurrences.event().getProperty(property).map(Property::getValue).orElse("");
    }
}
