package id.pintu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJson;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.intake.reporting.ReporterRules;
import id.pintu.notification.notice.NoticeRules;
import id.pintu.portal.tracking.TrackingDecider;
import id.pintu.routing.decision.Router;
import id.pintu.routing.handling.HandlingRules;
import id.pintu.routing.registry.Registry;
import id.pintu.sla.clock.ClockKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/flow.md says who says and who hears each event; the code must agree, and no event may be missing. */
class FlowDocumentTest {

    private static final Registry NOBODY = new Registry(List.of(), List.of());

    private static final Map<String, Predicate<Class<? extends ComplaintEvent>>> HEARERS = hearers();

    private static Map<String, Predicate<Class<? extends ComplaintEvent>>> hearers() {
        Map<String, Predicate<Class<? extends ComplaintEvent>>> hearers = new LinkedHashMap<>();
        hearers.put("intake", new ReporterRules()::hears);
        hearers.put("routing", new HandlingRules(FlowDocumentTest::noRouter, () -> NOBODY)::hears);
        hearers.put("sla", ClockKeeper::hears);
        hearers.put("notification", new NoticeRules()::hears);
        hearers.put("portal", new TrackingDecider()::hears);
        return hearers;
    }

    private static Router noRouter() {
        throw new UnsupportedOperationException("nothing is routed here");
    }

    @Test
    void theTableIsWhatTheCodeDoes() throws IOException {
        Map<String, String> documented = Files.readAllLines(Path.of("..", "docs", "flow.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| event "))
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip(), cells -> cells[2].strip() + " | " + cells[3].strip()));
        Map<String, String> coded = EventJson.types().entrySet().stream()
                .filter(each -> each.getValue() != id.pintu.events.Unrecognised.class)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> saidBy(each.getValue()) + " | " + heardBy(each.getValue())));
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(coded);
    }

    private static String heardBy(Class<? extends ComplaintEvent> type) {
        return HEARERS.entrySet().stream()
                .filter(each -> each.getValue().test(type))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String saidBy(Class<? extends ComplaintEvent> type) {
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
