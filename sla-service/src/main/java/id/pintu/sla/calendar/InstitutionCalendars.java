package id.pintu.sla.calendar;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lookup of the {@link WorkingCalendar} of each institution, in one version of the national calendar. A calendar follows
 * from the decrees in whose scope the institution is; institutions with the same decrees share one {@link
 * WorkingDayTable}. Thread-safe.
 */
public final class InstitutionCalendars {

    private final int version;
    private final OfficeHours week;
    private final List<CalendarDecree> decrees;
    private final Set<Integer> decreedYears;
    private final Map<List<CalendarDecree>, WorkingDayTable> tables = new ConcurrentHashMap<>();
    private final Map<CalendarKey, WorkingCalendar> calendars = new ConcurrentHashMap<>();

    /**
     * @param version grows with every decree; recorded with each deadline
     * @param week office hours of an ordinary week
     * @param decrees in any order
     */
    public InstitutionCalendars(int version, OfficeHours week, List<CalendarDecree> decrees) {
        this.version = version;
        this.week = week;
        this.decrees = decrees.stream()
                .sorted(Comparator.comparing(CalendarDecree::since))
                .toList();
        this.decreedYears = decrees.stream()
                .filter(decree -> decree.scope().isEmpty())
                .flatMap(decree -> decree.days().stream())
                .map(day -> day.date().getYear())
                .collect(Collectors.toUnmodifiableSet());
    }

    public int version() {
        return version;
    }

    public OfficeHours week() {
        return week;
    }

    /** All decrees, in the order in which they were entered. */
    public List<CalendarDecree> decrees() {
        return decrees;
    }

    /** Name of the decree entered last; empty if there is none. */
    public String latestDecreeName() {
        return decrees.isEmpty() ? "" : decrees.getLast().name();
    }

    /** Calendar of this institution in this time zone; for an unknown code the national decrees apply. */
    public WorkingCalendar of(String institution, ZoneId zone) {
        CalendarKey key = new CalendarKey(institution, zone);
        WorkingCalendar known = calendars.get(key);
        return known != null ? known : calendars.computeIfAbsent(key, this::calendar);
    }

    /** A new version with one more decree, which replaces one of the same name and scope. */
    public InstitutionCalendars with(int newVersion, CalendarDecree decree) {
        Stream<CalendarDecree> others = decrees.stream()
                .filter(other ->
                        !other.name().equals(decree.name()) || !other.scope().equals(decree.scope()));
        return new InstitutionCalendars(
                newVersion, week, Stream.concat(others, Stream.of(decree)).toList());
    }

    private WorkingCalendar calendar(CalendarKey key) {
        List<CalendarDecree> applicable = decrees.stream()
                .filter(decree -> decree.appliesTo(key.institution()))
                .toList();
        return new WorkingCalendar(
                key.zone(), tables.computeIfAbsent(applicable, same -> WorkingDayTable.of(week, same, decreedYears)));
    }

    private record CalendarKey(String institution, ZoneId zone) {}
}
