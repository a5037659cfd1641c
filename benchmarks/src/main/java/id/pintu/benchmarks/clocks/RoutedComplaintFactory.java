package id.pintu.benchmarks.clocks;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.csv.HolidayCsvCodec;
import id.pintu.sla.policy.SlaPolicies;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;

/** Static factory of routed complaints: the routing event and the SLA events that follow. */
final class RoutedComplaintFactory {

    static final SlaPolicies POLICIES = SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml"));
    static final InstitutionCalendars CALENDAR = new InstitutionCalendars(
            0, OfficeHours.NATIONAL, HolidayCsvCodec.read(new ClassPathResource("sla/holidays.csv")));

    private static final SlaClockRules CLOCK_RULES =
            new SlaClockRules(new DeadlineEventFactory(() -> CALENDAR, POLICIES));
    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private RoutedComplaintFactory() {}

    static ComplaintId id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8)
                .putLong(Long.reverse(number) ^ ((long) number << 4))
                .array());
    }

    /** A routing event at an instant, and the deadline that the SLA rules set. */
    static List<ComplaintEvent> routedEvents(int number, Instant at) {
        ComplaintId id = id(number);
        String code = "D." + (11 + number % 80) + "." + (10 + number / 80 % 8);
        ComplaintRouted routed = new ComplaintRouted(
                EventMetadata.of(id, new UUID(7, number), ComplaintRouted.class, at),
                new InstitutionRef(code, code, WITA),
                Optional.empty(),
                1,
                new RoutingReason("benchmark", List.of()));
        ComplaintClockState clocks = CLOCK_RULES.evolve(ComplaintClockState.UNKNOWN, routed);
        List<ComplaintEvent> events = new ArrayList<>(List.of(routed));
        events.addAll(CLOCK_RULES.react(clocks, routed, at));
        return events;
    }
}
