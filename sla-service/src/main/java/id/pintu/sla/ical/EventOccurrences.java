package id.pintu.sla.ical;

import id.pintu.sla.calendar.DecreeBounds;
import id.pintu.sla.ical.ICalendarSource.ICalendarEventSource;
import id.pintu.support.tables.InvalidTableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.RRule;

/**
 * Calculator of the occurrences of one event by RFC 5545: DTSTART, RRULE and RDATE without EXDATE, each as long as DTEND or
 * DURATION says. A time in UTC is judged in the zone of the decree's scope, one with a TZID in its own.
 *
 * @param zone of the decree's scope
 * @param lastYear last year of a rule that repeats without end
 */
record EventOccurrences(VEvent event, ICalendarEventSource source, ZoneId zone, int lastYear) {

    /** How many years before the last one of an endless rule are taken. */
    private static final int YEARS_BACK = 2;

    private static final int ONE_MORE_THAN_TAKEN = DecreeBounds.MAX_DAYS + 1;

    /**
     * Occurrence in local time.
     *
     * @param end exclusive
     */
    record LocalOccurrence(LocalDateTime start, LocalDateTime end) {}

    /** The occurrences by their start, the earliest first. */
    Map<LocalDateTime, LocalOccurrence> byStart() {
        Duration length = length();
        Map<LocalDateTime, LocalOccurrence> found = new TreeMap<>();
        for (Temporal start : starts()) {
            LocalDateTime local = local(start);
            found.put(local, new LocalOccurrence(local, local.plus(length)));
        }
        for (net.fortuna.ical4j.model.Period<?> period : periods()) {
            LocalDateTime local = local(period.getStart());
            found.put(local, new LocalOccurrence(local, local(period.getEnd())));
        }
        for (ExDate<?> excluded : event.<ExDate<?>>getProperties(Property.EXDATE)) {
            excluded.getDates().forEach(each -> exclude(found, each));
        }
        return found;
    }

    /** The occurrence that this event replaces; empty if it replaces none. */
    Optional<LocalDateTime> replaced() {
        return event.<DateProperty<?>>getProperty(Property.RECURRENCE_ID).map(each -> local(each.getDate()));
    }

    /** Whether DTSTART is a date without a time. */
    boolean isAllDay() {
        return start() instanceof LocalDate;
    }

    /** Whether its rule has no last occurrence. */
    boolean isEndless() {
        return rules().stream().anyMatch(rule -> rule.getCount() < 1 && rule.getUntil() == null);
    }

    private Duration length() {
        Optional<Temporal> end =
                event.<DateProperty<?>>getProperty(Property.DTEND).map(DateProperty::getDate);
        LocalDateTime start = local(start());
        LocalDateTime last = end.map(this::local)
                .orElseGet(() -> duration().map(start::plus).orElse(isAllDay() ? start.plusDays(1) : start));
        if (end.filter(each -> each instanceof LocalDate != isAllDay()).isPresent()) {
            throw invalid("DTEND", "DTSTART and DTEND must both be dates, or both be times");
        }
        if (last.isBefore(start) || (end.isPresent() && last.equals(start))) {
            throw invalid(end.isPresent() ? "DTEND" : "DURATION", "the event must end after it begins");
        }
        if (isAllDay() && !last.toLocalTime().equals(start.toLocalTime())) {
            throw invalid("DURATION", "an event of whole days lasts days or weeks");
        }
        return Duration.between(start, last);
    }

    private Optional<TemporalAmount> duration() {
        return event.<net.fortuna.ical4j.model.property.Duration>getProperty(Property.DURATION)
                .map(net.fortuna.ical4j.model.property.Duration::getDuration)
                .map(each -> each instanceof Period || each instanceof Duration ? each : Duration.from(each));
    }

    private List<Temporal> starts() {
        List<Temporal> starts = new ArrayList<>();
        if (!isEndless() || local(start()).getYear() >= lastYear - YEARS_BACK) {
            starts.add(start());
        }
        for (Recur<Temporal> rule : rules()) {
            starts.addAll(repeated(rule));
        }
        for (RDate<?> more : event.<RDate<?>>getProperties(Property.RDATE)) {
            starts.addAll(more.getDates());
        }
        return starts;
    }

    private List<Temporal> repeated(Recur<Temporal> rule) {
        Temporal seed = start();
        int year = local(seed).getYear();
        boolean endless = isEndless();
        int last = endless ? lastYear : DecreeBounds.LAST_DAY.getYear();
        if (year > last) {
            return List.of();
        }
        // An endless rule may have begun generations ago; only the days around now can be decreed.
        Temporal from = endless && year < lastYear - YEARS_BACK ? firstDayOf(lastYear - YEARS_BACK, seed) : seed;
        List<Temporal> dates = rule.getDates(seed, from, firstDayOf(last + 1, seed), ONE_MORE_THAN_TAKEN);
        if (dates.size() == ONE_MORE_THAN_TAKEN) {
            throw invalid("RRULE", "repeats more than " + DecreeBounds.MAX_DAYS + " times");
        }
        return dates;
    }

    private List<net.fortuna.ical4j.model.Period<?>> periods() {
        List<net.fortuna.ical4j.model.Period<?>> periods = new ArrayList<>();
        for (RDate<?> more : event.<RDate<?>>getProperties(Property.RDATE)) {
            more.getPeriods().ifPresent(periods::addAll);
        }
        periods.sort(Comparator.comparing(each -> local(each.getStart())));
        return periods;
    }

    private List<Recur<Temporal>> rules() {
        return event.<RRule<Temporal>>getProperties(Property.RRULE).stream()
                .map(RRule::getRecur)
                .toList();
    }

    private Temporal start() {
        return event.<DateProperty<?>>getProperty(Property.DTSTART)
                .map(DateProperty::getDate)
                .orElseThrow();
    }

    private void exclude(Map<LocalDateTime, LocalOccurrence> found, Temporal excluded) {
        if (excluded instanceof LocalDate date) {
            found.keySet().removeIf(start -> start.toLocalDate().equals(date));
        } else {
            found.remove(local(excluded));
        }
    }

    private LocalDateTime local(Temporal temporal) {
        return switch (temporal) {
            case LocalDate date -> date.atStartOfDay();
            case LocalDateTime floating -> floating;
            case ZonedDateTime zoned -> zoned.toLocalDateTime();
            case OffsetDateTime utc -> utc.atZoneSameInstant(zone).toLocalDateTime();
            case Instant utc -> LocalDateTime.ofInstant(utc, zone);
            default -> throw invalid("DTSTART", "expected a date or a time");
        };
    }

    private static Temporal firstDayOf(int year, Temporal like) {
        LocalDate day = LocalDate.of(year, 1, 1);
        return like instanceof LocalDate ? day : like.with(ChronoField.EPOCH_DAY, day.toEpochDay());
    }

    private InvalidTableException invalid(String property, String reason) {
        int line = source.of(property).stream()
                .findFirst()
                .map(ICalendarSource.ICalendarLine::number)
                .orElse(source.line());
        return new InvalidTableException(line, reason);
    }
}
