package id.pintu.benchmarks.clocks;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.Institution;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.Stamp;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.csv.HolidayTable;
import id.pintu.sla.policy.Policies;
import id.pintu.sla.yaml.PolicyFile;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;

/** Complaints that were just routed, with the events that say so. */
final class Cases {

    static final Policies POLICIES = PolicyFile.read(new ClassPathResource("sla/policies.yml"));
    static final Almanac TABLES =
            new Almanac(0, OfficeHours.NATIONAL, HolidayTable.read(new ClassPathResource("sla/holidays.csv")));

    private static final ClockKeeper KEEPER = new ClockKeeper(new Deadlines(() -> TABLES, POLICIES));
    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private Cases() {}

    static ComplaintId id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8)
                .putLong(Long.reverse(number) ^ ((long) number << 4))
                .array());
    }

    /** Routed at this instant, and the deadline the keeper sets. */
    static List<ComplaintEvent> routed(int number, Instant at) {
        ComplaintId id = id(number);
        String code = "D." + (11 + number % 80) + "." + (10 + number / 80 % 8);
        ComplaintRouted routed = new ComplaintRouted(
                Stamp.of(id, new UUID(7, number), ComplaintRouted.class, at),
                new Institution(code, code, WITA),
                Optional.empty(),
                1,
                new Reason("benchmark", List.of()));
        ComplaintClocks clocks = KEEPER.evolve(ComplaintClocks.UNKNOWN, routed);
        List<ComplaintEvent> events = new ArrayList<>(List.of(routed));
        events.addAll(KEEPER.react(clocks, routed, at));
        return events;
    }
}
