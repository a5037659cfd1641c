package id.pintu.sla.oversight;

import id.pintu.events.SlaEvent.Clock;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadline;
import id.pintu.sla.clock.Hop;
import id.pintu.sla.clock.Place;
import id.pintu.sla.clock.Stage.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts complaints one by one. Not for several threads. */
final class Tally {

    private final Almanac almanac;
    private int received;
    private int verified;
    private int selesai;
    private int proses;
    private int ended;
    private int inTime;
    private final List<Integer> verification = new ArrayList<>();
    private final List<Integer> followUp = new ArrayList<>();
    private final List<Integer> hop = new ArrayList<>();

    Tally(Almanac almanac) {
        this.almanac = almanac;
    }

    void add(ComplaintClocks clocks) {
        boolean begun = institutions(clocks).anyMatch(stay -> stay.firstStep().isPresent());
        boolean answered = institutions(clocks)
                .reduce((one, last) -> last)
                .filter(stay -> stay.answered().isPresent())
                .isPresent();
        received++;
        verified += begun ? 1 : 0;
        selesai += answered ? 1 : 0;
        proses += begun && !answered && clocks.stage().phase() != Phase.OVER ? 1 : 0;
        Stream.of(Clock.INSTITUTION_VERIFICATION, Clock.FOLLOW_UP)
                .flatMap(clock -> Stream.ofNullable(clocks.deadlines().get(clock)))
                .filter(deadline -> deadline.state() == Deadline.State.MET || deadline.level() > 0)
                .forEach(deadline -> {
                    ended++;
                    inTime += deadline.level() == 0 ? 1 : 0;
                });
        institutions(clocks).forEach(this::measure);
    }

    Figures figures(String key) {
        return new Figures(
                key,
                received,
                verified,
                selesai,
                proses,
                ended == 0 ? Optional.empty() : Optional.of(Figures.percent(inTime, ended)),
                spread(verification),
                spread(followUp),
                spread(hop));
    }

    private void measure(Hop stay) {
        WorkingCalendar calendar =
                almanac.of(stay.place().institution(), stay.place().zone());
        stay.firstStep().ifPresent(step -> verification.add(calendar.workingDays(stay.came(), step)));
        stay.answered().ifPresent(answer -> {
            Instant begun = stay.firstStep().orElse(stay.came());
            followUp.add(calendar.workingDays(begun, answer));
        });
        stay.left().ifPresent(left -> hop.add(calendar.workingDays(stay.came(), left)));
    }

    private static Stream<Hop> institutions(ComplaintClocks clocks) {
        return clocks.journey().hops().stream()
                .filter(stay -> !stay.place().institution().equals(Place.DESK.institution()));
    }

    private static Figures.Spread spread(List<Integer> days) {
        return new Figures.Spread(quantile(days, 0.5), quantile(days, 0.9));
    }

    /** The smallest value that so many are not above. */
    private static Optional<Integer> quantile(List<Integer> days, double share) {
        List<Integer> sorted = days.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1)));
    }
}
