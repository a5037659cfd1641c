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
public final class Almanac {

    private final int version;
    private final OfficeHours week;
    private final List<Decree> decrees;
    private final Set<Integer> decreedYears;
    private final Map<List<Decree>, DayTable> tables = new ConcurrentHashMap<>();
    private final Map<Place, WorkingCalendar> calendars = new ConcurrentHashMap<>();

    /**
     * @param version grows with every decree entered; told with each deadline
     * @param week the office hours of an ordinary week
     * @param decrees in any order
     */
    public Almanac(int version, OfficeHours week, List<Decree> decrees) {
        this.version = version;
        this.week = week;
        this.decrees =
                decrees.stream().sorted(Comparator.comparing(Decree::since)).toList();
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
    public List<Decree> decrees() {
        return decrees;
    }

    /** Name of the decree entered last. */
    public String newest() {
        return decrees.isEmpty() ? "" : decrees.getLast().name();
    }

    /** The days this institution works, in its zone; a code nobody knows lives by the nation's. */
    public WorkingCalendar of(String institution, ZoneId zone) {
        Place place = new Place(institution, zone);
        WorkingCalendar known = calendars.get(place);
        return known != null ? known : calendars.computeIfAbsent(place, this::calendar);
    }

    /** This one with a decree more; one of the same name and scope is replaced. */
    public Almanac with(int newVersion, Decree decree) {
        Stream<Decree> others = decrees.stream()
                .filter(other ->
                        !other.name().equals(decree.name()) || !other.scope().equals(decree.scope()));
        return new Almanac(
                newVersion, week, Stream.concat(others, Stream.of(decree)).toList());
    }

    private WorkingCalendar calendar(Place place) {
        List<Decree> binding = decrees.stream()
                .filter(decree -> decree.binds(place.institution()))
                .toList();
        return new WorkingCalendar(
                place.zone(), tables.computeIfAbsent(binding, bound -> DayTable.of(week, bound, decreedYears)));
    }

    private record Place(String institution, ZoneId zone) {}
}
