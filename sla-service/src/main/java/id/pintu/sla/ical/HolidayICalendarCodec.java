package id.pintu.sla.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import id.pintu.sla.calendar.CalendarDecree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** iCalendar codec of decrees: one all-day event for each closed day, its category the kind, its description the decree. */
public final class HolidayICalendarCodec {

    private HolidayICalendarCodec() {}

    /**
     * Reads the days of a calendar. An event of several days becomes one day each; one without a known category is a national
     * holiday; of a recurring event only the first occurrence is read.
     *
     * @throws IllegalArgumentException if there is no calendar, or an event has no day or no name; the message has its number
     */
    public static List<CalendarDecree.DecreedDay> read(InputStream ical) throws IOException {
        ICalendar calendar = Biweekly.parse(new String(ical.readAllBytes(), StandardCharsets.UTF_8))
                .first();
        if (calendar == null) {
            throw new IllegalArgumentException("no VCALENDAR found");
        }
        List<CalendarDecree.DecreedDay> days = new ArrayList<>();
        int number = 0;
        for (VEvent event : calendar.getEvents()) {
            number++;
            days.addAll(days(event, number));
        }
        return days;
    }

    /** Writes the days of these decrees. */
    public static String write(List<CalendarDecree> decrees) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Pintu//sla-service//ID");
        for (CalendarDecree decree : decrees) {
            decree.days().forEach(day -> calendar.addEvent(event(decree, day)));
        }
        return Biweekly.write(calendar).go();
    }

    private static List<CalendarDecree.DecreedDay> days(VEvent event, int number) {
        LocalDate first = date(event.getDateStart())
                .orElseThrow(() -> new IllegalArgumentException("event " + number + " has no DTSTART"));
        LocalDate endExclusive =
                date(event.getDateEnd()).filter(end -> end.isAfter(first)).orElse(first.plusDays(1));
        if (event.getSummary() == null || event.getSummary().getValue().isBlank()) {
            throw new IllegalArgumentException("event " + number + " has no SUMMARY");
        }
        String name = event.getSummary().getValue();
        CalendarDecree.DecreedDayKind kind = event.getCategories().stream()
                .flatMap(categories -> categories.getValues().stream())
                .flatMap(category -> kind(category).stream())
                .findFirst()
                .orElse(CalendarDecree.DecreedDayKind.LIBUR_NASIONAL);
        return first.datesUntil(endExclusive)
                .map(day -> new CalendarDecree.DecreedDay(day, name, kind))
                .toList();
    }

    private static VEvent event(CalendarDecree decree, CalendarDecree.DecreedDay day) {
        VEvent event = new VEvent();
        String identity = day.date() + decree.scope() + decree.name();
        event.setUid(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)) + "@pintu");
        event.setDateTimeStamp(Date.from(decree.since()));
        event.setDateStart(new DateStart(date(day.date())));
        event.setDateEnd(new DateEnd(date(day.date().plusDays(1))));
        event.setSummary(day.name());
        event.setDescription(decree.scope().isEmpty() ? decree.name() : decree.name() + " (" + decree.scope() + ")");
        event.addCategories(day.kind().name().toLowerCase(Locale.ROOT));
        event.setTransparency(true);
        return event;
    }

    /** biweekly's dates are instants at midnight of the default time zone; their raw components are the date itself. */
    private static Optional<LocalDate> date(@Nullable DateOrDateTimeProperty property) {
        if (property == null || property.getValue() == null) {
            return Optional.empty();
        }
        DateTimeComponents raw = property.getValue().getRawComponents();
        return raw == null ? Optional.empty() : Optional.of(LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()));
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private static Optional<CalendarDecree.DecreedDayKind> kind(String category) {
        return Stream.of(CalendarDecree.DecreedDayKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(category.strip()))
                .findFirst();
    }
}
