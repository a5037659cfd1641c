package id.pintu.sla.oversight;

import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.ComplaintStay;
import id.pintu.sla.clock.ResponsibleParty;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks at complaints one by one and answers a question about them. A complaint counts for the institution it was last
 * assigned to; one that only the desk ever had counts for nobody.
 */
public final class OversightCalculator {

    private final OversightQuery query;
    private final InstitutionCalendars calendars;
    private final Map<String, OversightFiguresCounter> tallies = new TreeMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<String> acting = new HashSet<>();

    /**
     * How many of an area's institutions take part.
     *
     * @param institutions all there are
     * @param connectivityPercent share of those that are connected: they have a team by decree (SK Tim)
     * @param activityPercent share of the connected ones that got reports and took a step with one at least
     */
    public record InstitutionParticipation(int institutions, int connectivityPercent, int activityPercent) {}

    /**
     * A place in the league table.
     *
     * @param rank from 1; those with equal figures share it
     */
    public record LeagueTableEntry(int rank, OversightFigures figures) {}

    public OversightCalculator(OversightQuery query, InstitutionCalendars calendars) {
        this.query = query;
        this.calendars = calendars;
    }

    /** One complaint more. */
    public void add(ComplaintClockState clocks) {
        if (clocks.handling().party().assignment() == 0 || !query.matches(clocks)) {
            return;
        }
        tallies.computeIfAbsent(query.by().key(clocks), key -> new OversightFiguresCounter(calendars))
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

    /** In the order of their keys. */
    public List<OversightFigures> figures() {
        return tallies.entrySet().stream()
                .map(each -> each.getValue().figures(each.getKey()))
                .toList();
    }

    /**
     * @param registry all institutions there are; those of the area are looked at
     */
    public InstitutionParticipation participation(List<RegisteredInstitution> registry) {
        List<RegisteredInstitution> here = registry.stream()
                .filter(each -> OversightQuery.isIn(query.area(), each.code()))
                .toList();
        Set<String> connected = here.stream()
                .filter(RegisteredInstitution::connected)
                .map(RegisteredInstitution::code)
                .collect(Collectors.toSet());
        return new InstitutionParticipation(
                here.size(),
                OversightFigures.percent(connected.size(), here.size()),
                OversightFigures.percent(both(connected, acting), both(connected, assigned)));
    }

    private static int both(Set<String> some, Set<String> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    /**
     * Who is in time most often, then who takes up most; nobody with fewer reports than the minimum, for whom one report
     * would decide, and nobody of whom nothing is known yet.
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
