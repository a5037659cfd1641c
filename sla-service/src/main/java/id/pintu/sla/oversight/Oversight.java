package id.pintu.sla.oversight;

import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Hop;
import id.pintu.sla.clock.Place;
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
public final class Oversight {

    private final Question question;
    private final Almanac almanac;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<String> acting = new HashSet<>();

    /**
     * How many of an area's institutions take part.
     *
     * @param institutions all there are
     * @param connectivityPercent share of those that are connected: they have a team by decree (SK Tim)
     * @param activityPercent share of the connected ones that got reports and took a step with one at least
     */
    public record Participation(int institutions, int connectivityPercent, int activityPercent) {}

    /**
     * A place in the league table.
     *
     * @param rank from 1; those with equal figures share it
     */
    public record Rank(int rank, Figures figures) {}

    public Oversight(Question question, Almanac almanac) {
        this.question = question;
        this.almanac = almanac;
    }

    /** One complaint more. */
    public void look(ComplaintClocks clocks) {
        if (clocks.place().assignment() == 0 || !question.counts(clocks)) {
            return;
        }
        tallies.computeIfAbsent(question.by().key(clocks), key -> new Tally(almanac))
                .add(clocks);
        for (Hop hop : clocks.journey().hops()) {
            Place place = hop.place();
            if (!place.institution().equals(Place.DESK.institution())
                    && Question.isIn(question.area(), place.institution())) {
                assigned.add(place.institution());
                if (hop.firstStep().isPresent()) {
                    acting.add(place.institution());
                }
            }
        }
    }

    /** In the order of their keys. */
    public List<Figures> figures() {
        return tallies.entrySet().stream()
                .map(each -> each.getValue().figures(each.getKey()))
                .toList();
    }

    /**
     * @param registry all institutions there are; those of the area are looked at
     */
    public Participation participation(List<Registered> registry) {
        List<Registered> here = registry.stream()
                .filter(each -> Question.isIn(question.area(), each.code()))
                .toList();
        Set<String> connected = here.stream()
                .filter(Registered::connected)
                .map(Registered::code)
                .collect(Collectors.toSet());
        return new Participation(
                here.size(),
                Figures.percent(connected.size(), here.size()),
                Figures.percent(both(connected, acting), both(connected, assigned)));
    }

    private static int both(Set<String> some, Set<String> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    /**
     * Who is in time most often, then who takes up most; nobody with fewer reports than the minimum, for whom one report
     * would decide, and nobody of whom nothing is known yet.
     */
    public List<Rank> league(int minimum) {
        Comparator<Figures> better = Comparator.comparing(
                        (Figures each) -> each.onTimePercent().orElse(-1))
                .thenComparingInt(Figures::followedUpPercent)
                .reversed();
        List<Figures> sorted = figures().stream()
                .filter(each ->
                        each.received() >= minimum && each.onTimePercent().isPresent())
                .sorted(better.thenComparing(Figures::key))
                .toList();
        return sorted.stream()
                .map(each -> new Rank(
                        1
                                + (int) sorted.stream()
                                        .filter(other -> better.compare(other, each) < 0)
                                        .count(),
                        each))
                .toList();
    }
}
