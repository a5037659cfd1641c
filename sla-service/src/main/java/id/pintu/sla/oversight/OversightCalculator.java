package id.pintu.sla.oversight;

import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.stay.ComplaintStay;
import id.pintu.sla.clock.stay.ResponsibleParty;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Accumulator that computes the answer to an {@link OversightQuery} from complaints added one by one. A complaint counts for
 * the institution it was last assigned to; one that was never assigned counts for none. Not thread-safe.
 */
public final class OversightCalculator {

    private final OversightQuery query;
    private final InstitutionCalendars calendars;
    private final Map<String, OversightFiguresCounter> counters = new TreeMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<String> acting = new HashSet<>();

    /**
     * Participation of an area's institutions.
     *
     * @param institutions number of institutions in the registry
     * @param connectivityPercent share of these that are connected: they have a team by decree (SK Tim)
     * @param activityPercent share of the connected institutions with reports that took a step with at least one
     */
    public record InstitutionParticipation(int institutions, int connectivityPercent, int activityPercent) {}

    /**
     * Row of the league table.
     *
     * @param rank from 1; institutions with equal figures share it
     */
    public record LeagueTableEntry(int rank, OversightFigures figures) {}

    public OversightCalculator(OversightQuery query, InstitutionCalendars calendars) {
        this.query = query;
        this.calendars = calendars;
    }

    /** Adds one complaint. */
    public void add(ComplaintClockState clocks) {
        if (clocks.handling().party().assignment() == 0 || !query.matches(clocks)) {
            return;
        }
        counters.computeIfAbsent(query.by().key(clocks), key -> new OversightFiguresCounter(calendars))
                .add(clocks);
        for (ComplaintStay stay : clocks.handling().stayHistory().stays()) {
            ResponsibleParty party = stay.party();
            if (!party.institution().equals(ResponsibleParty.DESK.institution())
                    && OversightQuery.isIn(query.area(), party.institution())) {
                assigned.add(party.institution());
                if (stay.progress().firstStep().isPresent()) {
                    acting.add(party.institution());
                }
            }
        }
    }

    /** Figures of all groups, ordered by key. */
    public List<OversightFigures> figures() {
        return counters.entrySet().stream()
                .map(each -> each.getValue().figures(each.getKey()))
                .toList();
    }

    /**
     * Participation of the query's area.
     *
     * @param registry all institutions of the country
     */
    public InstitutionParticipation participation(List<RegisteredInstitution> registry) {
        List<RegisteredInstitution> inArea = registry.stream()
                .filter(each -> OversightQuery.isIn(query.area(), each.code()))
                .toList();
        Set<String> connected = inArea.stream()
                .filter(RegisteredInstitution::connected)
                .map(RegisteredInstitution::code)
                .collect(Collectors.toSet());
        return new InstitutionParticipation(
                inArea.size(),
                OversightFigures.percent(connected.size(), inArea.size()),
                OversightFigures.percent(countInBoth(connected, acting), countInBoth(connected, assigned)));
    }

    private static int countInBoth(Set<String> some, Set<String> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    /**
     * League table: ordered by the share on time, then by the share followed up. Institutions with fewer reports than the
     * minimum are left out, as a single report would decide their rank, and so are those without a share on time yet.
     */
    public List<LeagueTableEntry> league(int minimum) {
        Comparator<OversightFigures> better = Comparator.comparing(
                        (OversightFigures each) -> each.onTimePercent().orElse(-1))
                .thenComparingInt(OversightFigures::followedUpPercent)
                .reversed();
        List<OversightFigures> sorted = figures().stream()
                .filter(each ->
                        each.received() >= minimum && each.onTimePercent().isPresent())
                .sorted(better.thenComparing(OversightFigures::key))
                .toList();
        return sorted.stream()
                .map(each -> new LeagueTableEntry(
                        1
                                + (int) sorted.stream()
                                        .filter(other -> better.compare(other, each) < 0)
                                        .count(),
                        each))
                .toList();
    }
}
