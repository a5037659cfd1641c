package id.pintu.sla.http;

import id.pintu.events.SlaEvent.Pause;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Hop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One stay of a complaint.
 *
 * @param usedHours office hours it took, without those in which it waited for the reporter
 */
record HopView(
        int assignment,
        String institution,
        Instant came,
        Optional<Instant> firstStep,
        Optional<Instant> answered,
        Optional<Instant> left,
        List<Pause> pauses,
        double usedHours) {

    static List<HopView> of(ComplaintClocks clocks, Almanac almanac, Instant now) {
        return clocks.journey().hops().stream()
                .map(hop -> of(
                        hop, almanac.of(hop.place().institution(), hop.place().zone()), now))
                .toList();
    }

    private static HopView of(Hop hop, WorkingCalendar calendar, Instant now) {
        Duration used = hop.used(calendar, now);
        return new HopView(
                hop.place().assignment(),
                hop.place().institution(),
                hop.came(),
                hop.firstStep(),
                hop.answered(),
                hop.left(),
                hop.pauses(),
                Math.round(used.toMinutes() / 6.0) / 10.0);
    }
}
