package id.pintu.systemtest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.intake.reporter.ReporterCommandDecider;
import id.pintu.notification.institutions.InstitutionCaseProjection;
import id.pintu.notification.notice.NoticeDecider;
import id.pintu.portal.inbox.InboxProjection;
import id.pintu.portal.tracking.TrackingProjection;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.handling.HandlingDecider;
import id.pintu.routing.handling.RulingPrecedentIndex;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Test of the table in docs/flow.md: producer and consumers of every event type, as in the code. */
class FlowDocumentTest {

    private static final InstitutionRegistry EMPTY_REGISTRY = new InstitutionRegistry(List.of(), List.of());

    private static final Map<String, Predicate<Class<? extends ComplaintEvent>>> CONSUMERS = consumers();

    private static Map<String, Predicate<Class<? extends ComplaintEvent>>> consumers() {
        Map<String, Predicate<Class<? extends ComplaintEvent>>> consumers = new LinkedHashMap<>();
        consumers.put("intake", new ReporterCommandDecider()::consumes);
        consumers.put(
                "routing",
                new HandlingDecider(
                        FlowDocumentTest::noRouter,
                        new RulingPrecedentIndex(() -> EMPTY_REGISTRY),
                        () -> EMPTY_REGISTRY)::consumes);
        consumers.put(
                "sla",
                new SlaClockRules(new DeadlineEventFactory(
                        FlowDocumentTest::noCalendars,
                        SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml"))))::consumes);
        NoticeDecider notices = new NoticeDecider();
        InstitutionCaseProjection institutions = new InstitutionCaseProjection();
        consumers.put("notification", type -> notices.consumes(type) || institutions.consumes(type));
        TrackingProjection tracking = new TrackingProjection();
        InboxProjection inbox = new InboxProjection();
        consumers.put("portal", type -> tracking.consumes(type) || inbox.consumes(type));
        return consumers;
    }

    private static InstitutionCalendars noCalendars() {
        throw new AssertionError("no deadline is computed here");
    }

    private static ComplaintRouter noRouter() {
        throw new AssertionError("nothing is decided here");
    }

    @Test
    void theTableNamesProducerAndConsumersOfEveryEvent() throws IOException {
        Map<String, String> documented = Files.readAllLines(Path.of("..", "docs", "flow.md")).stream()
                .dropWhile(line -> !line.equals("## Every event"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| event "))
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip(), cells -> cells[2].strip() + " | " + cells[3].strip()));
        Map<String, String> coded = EventJsonCodec.types().entrySet().stream()
                .filter(each -> each.getValue() != id.pintu.events.UnrecognisedEvent.class)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> producerOf(each.getValue()) + " | " + consumersOf(each.getValue())));
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(coded);
    }

    private static String consumersOf(Class<? extends ComplaintEvent> type) {
        return CONSUMERS.entrySet().stream()
                .filter(each -> each.getValue().test(type))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String producerOf(Class<? extends ComplaintEvent> type) {
        Map<Class<?>, String> families = Map.of(
                IntakeEvent.class, "intake",
                RoutingEvent.class, "routing",
                HandlingEvent.class, "routing",
                SlaEvent.class, "sla",
                NotificationEvent.class, "notification");
        return families.entrySet().stream()
                .filter(each -> each.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
