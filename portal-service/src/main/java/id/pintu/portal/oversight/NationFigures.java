package id.pintu.portal.oversight;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.portal.oversight.HandlingFigures.DaySpread;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Figures of the complaints of the whole country that were received in a period.
 *
 * @param total of all, those of the desk included
 * @param desk of those that no institution has
 * @param central of those of ministries, agencies and others that belong to no province
 * @param provinces by the two digits of the code, of the provincial government and of its kabupaten and kota together
 * @param institutions all of the registry, those without reports too, and those that have reports and left the registry
 * @param months by month of the receipt in WIB, every one of the period
 * @param categories by category; the empty name is for those without
 * @param hours by weekday (0 is Monday) and hour of the receipt, in WIB
 */
public record NationFigures(
        ReportingPeriod period,
        HandlingFigures total,
        HandlingFigures desk,
        HandlingFigures central,
        Map<String, HandlingFigures> provinces,
        List<InstitutionFigures> institutions,
        Map<YearMonth, HandlingFigures> months,
        Map<String, HandlingFigures> categories,
        Map<ComplaintKind, Integer> kinds,
        Map<IntakeChannel, ChannelFigures> channels,
        RoutingQuality routing,
        Map<HandlingHop, HopFigures> hops,
        List<List<Integer>> hours) {

    /** Figures of one institution. */
    public record InstitutionFigures(SupervisedInstitution institution, HandlingFigures figures) {

        /** Whether it has taken a step with one of its complaints; empty without any. */
        public Optional<Boolean> active() {
            return figures.received() == 0 ? Optional.empty() : Optional.of(figures.followedUp() > 0);
        }
    }

    /**
     * What came in by one channel.
     *
     * @param last receipt of the last one in the period
     * @param lastWeek how many in the last seven days of the period
     * @param usualWeek how many in seven days on average, over the four weeks before
     */
    public record ChannelFigures(int received, Instant last, int lastWeek, double usualWeek) {

        /** Whether less than half of what is usual came in, where that is at least seven. */
        public boolean isQuiet() {
            return usualWeek >= 7 && lastWeek * 2 < usualWeek;
        }
    }

    /**
     * How well complaints, parts excepted, found their institution.
     *
     * @param received how many
     * @param routed those that have had an institution
     * @param automatic those of them that the desk did not have before the first institution
     * @param rightAtFirst those that their first institution neither returned nor lost
     * @param returned those that an institution returned
     * @param transfers assignments after the first
     * @param ruled those the arbiter ruled on
     */
    public record RoutingQuality(
            int received, int routed, int automatic, int rightAtFirst, int returned, int transfers, int ruled) {

        public Optional<Integer> automaticPercent() {
            return HandlingFigures.percent(automatic, routed);
        }

        public Optional<Integer> rightPercent() {
            return HandlingFigures.percent(rightAtFirst, routed);
        }
    }

    /**
     * Working days of one section of the way.
     *
     * @param complaints that have passed it
     * @param days sum of all
     */
    public record HopFigures(long complaints, long days, Optional<DaySpread> spread) {}

    /** Of all institutions. */
    public Participation participation() {
        return Participation.of(institutions);
    }

    /**
     * Participation of institutions.
     *
     * @param connected with a team by decree
     * @param withReports connected ones that have reports
     * @param active those of them that took a step with at least one
     */
    public record Participation(int institutions, int connected, int withReports, int active) {

        public static Participation of(List<InstitutionFigures> institutions) {
            List<InstitutionFigures> connected = institutions.stream()
                    .filter(each -> each.institution().connected())
                    .toList();
            return new Participation(
                    institutions.size(),
                    connected.size(),
                    (int) connected.stream()
                            .filter(each -> each.active().isPresent())
                            .count(),
                    (int) connected.stream()
                            .filter(each -> each.active().orElse(false))
                            .count());
        }

        public Optional<Integer> connectedPercent() {
            return HandlingFigures.percent(connected, institutions);
        }

        public Optional<Integer> activePercent() {
            return HandlingFigures.percent(active, withReports);
        }
    }

    /**
     * League table.
     *
     * @param ranked in order; institutions with equal figures share their rank
     * @param below those with fewer complaints than the minimum, or without a clock that ended, by name
     */
    public record LeagueTable(int minimum, List<LeagueRow> ranked, List<InstitutionFigures> below) {}

    /** Row of the league table; ranks begin at 1. */
    public record LeagueRow(int rank, InstitutionFigures of) {}

    /**
     * Ranks institutions by the share on time, then by the share followed up. A single complaint would decide the rank of one
     * that has few, so those below a minimum are not ranked.
     */
    public LeagueTable league(int minimum) {
        Comparator<InstitutionFigures> better = Comparator.comparing((InstitutionFigures each) ->
                        each.figures().onTimePercent().orElse(-1))
                .thenComparing(each -> each.figures().followedUpPercent().orElse(-1))
                .reversed();
        Comparator<InstitutionFigures> byName =
                Comparator.comparing(each -> each.institution().name());
        List<InstitutionFigures> sorted = institutions.stream()
                .filter(each -> isRanked(each, minimum))
                .sorted(better.thenComparing(byName))
                .toList();
        int[] ranks = new int[sorted.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = i > 0 && better.compare(sorted.get(i - 1), sorted.get(i)) == 0 ? ranks[i - 1] : i + 1;
        }
        return new LeagueTable(
                minimum,
                IntStream.range(0, ranks.length)
                        .mapToObj(i -> new LeagueRow(ranks[i], sorted.get(i)))
                        .toList(),
                institutions.stream()
                        .filter(each -> each.figures().received() > 0 && !isRanked(each, minimum))
                        .sorted(byName)
                        .toList());
    }

    private static boolean isRanked(InstitutionFigures of, int minimum) {
        return of.figures().received() >= minimum
                && of.figures().received() > 0
                && of.figures().onTimePercent().isPresent();
    }
}
