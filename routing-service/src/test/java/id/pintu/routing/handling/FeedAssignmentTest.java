package id.pintu.routing.handling;

import static id.pintu.routing.handling.HandlingFixture.submitted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.routing.SampleReports;
import id.pintu.routing.feeds.FeedAssignment;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedAssignmentTest {

    private final HandlingFixture handling = new HandlingFixture().after(submitted(SampleReports.pothole()));
    private final String json = new String(
            FeedAssignment.of((ComplaintRouted) handling.emitted.getFirst(), handling.state)
                    .json(),
            UTF_8);

    @Test
    void isPinnedByteForByte() throws IOException {
        assertThat(json).isEqualTo(golden());
    }

    @Test
    void hasNoFieldForAContact() {
        assertThat(fields("", new JsonMapper().readTree(json)))
                .containsExactlyInAnyOrder(
                        "id",
                        "complaintId",
                        "assignedAt",
                        "institution",
                        "unit",
                        "assignment",
                        "reason",
                        "reason.rule",
                        "reason.facts",
                        "reason.assessment",
                        "reason.assessment.confidence",
                        "reason.assessment.ruleBook",
                        "reason.assessment.choices",
                        "submittedAt",
                        "report",
                        "report.door",
                        "report.kind",
                        "report.title",
                        "report.text",
                        "report.place",
                        "report.place.regionCode",
                        "report.place.description",
                        "report.category",
                        "report.occurredOn",
                        "report.privacy",
                        "report.privacy.anonymous",
                        "report.privacy.confidential",
                        "report.privacy.reachableBy",
                        "explanation",
                        "explanation.id",
                        "explanation.en",
                        "allowedActs");
    }

    private static List<String> fields(String prefix, JsonNode node) {
        List<String> fields = new ArrayList<>();
        node.properties().forEach(field -> {
            fields.add(prefix + field.getKey());
            fields.addAll(fields(prefix + field.getKey() + ".", field.getValue()));
        });
        return fields;
    }

    private static String golden() throws IOException {
        try (InputStream file = FeedAssignmentTest.class.getResourceAsStream("/golden/assignment.json")) {
            return file == null ? "" : new String(file.readAllBytes(), UTF_8).strip();
        }
    }
}
