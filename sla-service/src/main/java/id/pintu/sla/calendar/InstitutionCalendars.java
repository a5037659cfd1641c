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

    /** Versions kept to tell which of several decrees entered at once moved a deadline. */
    private static final int MAX_FORMER = 8;

    private final int version;
    private final OfficeHours week;
    private final List<CalendarDecree> decrees;
    private final Set<Integer> decreedYears;
    private final String latestDecreeName;
    private final List<InstitutionCalendars> former;
    private final Map<List<CalendarDecree>, WorkingDayTable> tables;
    private final Map<CalendarKey, WorkingCalendar> calendars;

    /**
     * @param version grows with every decree; recorded with each deadline
     * @param week office hours of an ordinary week
     * @param decrees in any order
     */
    public InstitutionCalendars(int version, OfficeHours week, List<CalendarDecree> decrees) {
        this(
                version,
                week,
                sorted(decrees),
                sorted(decrees).stream().map(CalendarDecree::name).toList(),
                List.of());
    }

    private InstitutionCalendars(
            int version,
            OfficeHours week,
            List<CalendarDecree> decrees,
            List<String> names,
            List<InstitutionCalendars> former) {
        this.version = version;
        this.week = week;
        this.decrees = decrees;
        this.latestDecreeName = names.isEmpty() ? "" : names.getLast();
        this.former = former;
        this.tables = new ConcurrentHashMap<>();
        this.calendars = new ConcurrentHashMap<>();
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

    /** Name of the decree that made this version; of the first version, of its last decree; empty if there is none. */
    public String latestDecreeName() {
        return latestDecreeName;
    }

    /** The versions after this one, the oldest first and this object last; very old ones are forgotten. */
    public List<InstitutionCalendars> versionsAfter(int known) {
        return Stream.concat(former.stream(), Stream.of(this))
                .filter(each -> each.version > known)
                .toList();
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
                newVersion,
                week,
                sorted(Stream.concat(others, Stream.of(decree)).toList()),
                List.of(decree.name()),
                Stream.concat(former.stream(), Stream.of(withoutFormer()))
                        .skip(Math.max(0, former.size() + 1 - MAX_FORMER))
                        .toList());
    }

    /** A former version must not keep all versions before it in memory. */
    private InstitutionCalendars withoutFormer() {
        return new InstitutionCalendars(version, week, decrees, List.of(latestDecreeName), List.of());
    }

    private static List<CalendarDecree> sorted(List<CalendarDecree> decrees) {
        return decrees.stream()
                .sorted(Comparator.comparing(CalendarDecree::since))
                .toList();
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
