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
 * All calendars of the country: what is decreed, and for whom. An institution's calendar follows from the decrees that
 * bind it; institutions bound by the same decrees share one table of days.
 */
public final class InstitutionCalendars {

    private final int version;
    private final OfficeHours week;
    private final List<CalendarDecree> decrees;
    private final Set<Integer> decreedYears;
    private final Map<List<CalendarDecree>, WorkingDayTable> tables = new ConcurrentHashMap<>();
    private final Map<CalendarKey, WorkingCalendar> calendars = new ConcurrentHashMap<>();

    /**
     * @param version grows with every decree entered; told with each deadline
     * @param week the office hours of an ordinary week
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

    /** Those entered first come first. */
    public List<CalendarDecree> decrees() {
        return decrees;
    }

    /** Name of the decree entered last. */
    public String latestDecreeName() {
        return decrees.isEmpty() ? "" : decrees.getLast().name();
    }

    /** The days this institution works, in its zone; a code nobody knows lives by the nation's. */
    public WorkingCalendar of(String institution, ZoneId zone) {
        CalendarKey key = new CalendarKey(institution, zone);
        WorkingCalendar known = calendars.get(key);
        return known != null ? known : calendars.computeIfAbsent(key, this::calendar);
    }

    /** This one with a decree more; one of the same name and scope is replaced. */
    public InstitutionCalendars with(int newVersion, CalendarDecree decree) {
        Stream<CalendarDecree> others = decrees.stream()
                .filter(other ->
                        !other.name().equals(decree.name()) || !other.scope().equals(decree.scope()));
        return new InstitutionCalendars(
                newVersion, week, Stream.concat(others, Stream.of(decree)).toList());
    }

    private WorkingCalendar calendar(CalendarKey key) {
        List<CalendarDecree> binding = decrees.stream()
                .filter(decree -> decree.binds(key.institution()))
                .toList();
        return new WorkingCalendar(
                key.zone(), tables.computeIfAbsent(binding, bound -> WorkingDayTable.of(week, bound, decreedYears)));
    }

    private record CalendarKey(String institution, ZoneId zone) {}
}
