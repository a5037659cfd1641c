package id.pintu.portal.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.portal.SampleComplaintEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Properties of the {@link TrackingProjection}. */
class TrackingProjectionPropertyTest {

    private final SampleComplaintEvents lamp = new SampleComplaintEvents("lamp");

    /** The log keeps the order of each service; how the events of different services interleave is arbitrary. */
    @Property(tries = 300)
    void doesNotDependOnHowTheEventsOfServicesInterleave(@ForAll long chance) {
        List<ComplaintEvent> history = lamp.fullHistory(lamp.submitted());

        assertThat(fold(mixed(history, new Random(chance)))).isEqualTo(fold(history));
    }

    private static List<ComplaintEvent> mixed(List<ComplaintEvent> history, Random chance) {
        List<Deque<ComplaintEvent>> services = new ArrayList<>(history.stream()
                .skip(1)
                .collect(Collectors.groupingBy(
                        TrackingProjectionPropertyTest::service,
                        TreeMap::new,
                        Collectors.<ComplaintEvent, Deque<ComplaintEvent>>toCollection(ArrayDeque::new)))
                .values());
        List<ComplaintEvent> mixed = new ArrayList<>(history.subList(0, 1));
        while (!services.isEmpty()) {
            mixed.add(services.get(chance.nextInt(services.size())).remove());
            services.removeIf(Deque::isEmpty);
        }
        return mixed;
    }

    private static String service(ComplaintEvent event) {
        return event instanceof IntakeEvent
                ? "intake"
                : event instanceof RoutingEvent || event instanceof HandlingEvent ? "routing" : "sla";
    }

    private static TrackingReadModel fold(List<ComplaintEvent> events) {
        TrackingProjection projection = new TrackingProjection();
        TrackingReadModel tracking = projection.initial();
        for (ComplaintEvent event : events) {
            tracking = projection.evolve(tracking, event);
        }
        return tracking;
    }
}
