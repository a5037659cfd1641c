package id.pintu.intake.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.processing.EmbeddedMongo;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReporterActionControllerTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();

    private final IntakeServiceFixture intake = new IntakeServiceFixture(MONGO);
    private final MockMvc http = IntakeHttpFixture.mockMvc(intake);
    private String number = "";
    private String key = "";

    @BeforeEach
    void submit() throws Exception {
        MONGO.database().drop();
        String receipt = http.perform(post("/v1/complaints")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"Jalan rusak\"}"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        JsonNode json = new JsonMapper().readTree(receipt);
        number = json.get("trackingNumber").stringValue();
        key = json.get("reporterKey").stringValue();
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void acceptsReplyContestAndRatingWithTheReporterKey() throws Exception {
        send(number, "reply", "{\"text\": \"More\"}").andExpect(status().isNoContent());
        send(number, "rate", "{\"stars\": 5}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-answered"));
        resolve("first");
        send(number, "contest", "{\"reason\": \"Still broken\"}").andExpect(status().isNoContent());
        resolve("second");
        send(number, "rate", "{\"stars\": 5, \"comment\": \"Thanks\"}").andExpect(status().isNoContent());
        send(number, "withdraw", "{\"reason\": \"Solved\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:ended"));
    }

    @Test
    void acceptsConsentToTheOmbudsmanAfterTheOverallLimitWithTheReporterKey() throws Exception {
        send(number, "ombudsman-consent", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-asked"));
        EventMetadata stamp = EventMetadata.of(
                ComplaintId.parse(number), new UUID(0, 7), DeadlineMissed.class, IntakeServiceFixture.NOW);
        intake.receive(
                new DeadlineMissed(stamp, SlaClockType.OVERALL, IntakeServiceFixture.NOW, 1, "national-desk", false),
                "sla");
        send(number, "ombudsman-consent", "").andExpect(status().isNoContent());
        key = intake.submissions.reporterKey(ComplaintId.of(new byte[8]));
        send(number, "ombudsman-consent", "").andExpect(status().isForbidden());
    }

    @Test
    void acceptsATrackingNumberInLowerCaseWithoutHyphens() throws Exception {
        send(number.toLowerCase(Locale.ROOT).replace("-", ""), "reply", "{\"text\": \"More\"}")
                .andExpect(status().isNoContent());
    }

    @Test
    void refusesAWrongOrMissingReporterKey() throws Exception {
        int before = intake.broker.history().size();
        key = key.replace(key.charAt(0), key.charAt(0) == '0' ? '1' : '0');
        send(number, "withdraw", "{\"reason\": \"Solved\"}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:wrong-reporter-key"))
                .andExpect(content().string(not(containsString(key))));
        http.perform(post("/v1/complaints/" + number + "/withdraw")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"Solved\"}"))
                .andExpect(status().isForbidden());

        assertThat(intake.broker.history()).hasSize(before);
    }

    @Test
    void returns404ForAComplaintThatWasNeverSubmitted() throws Exception {
        ComplaintId never = ComplaintId.of(new byte[8]);
        key = intake.submissions.reporterKey(never);

        send(never.value(), "reply", "{\"text\": \"More\"}").andExpect(status().isNotFound());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "reply    | {}                                   | text",
                "reply    | {\"text\": \" \"}                    | text",
                "withdraw | {}                                   | reason",
                "contest  | {\"reason\": \"\"}                   | reason",
                "rate     | {}                                   | stars",
                "rate     | {\"stars\": 0}                       | stars",
                "rate     | {\"stars\": 6}                       | stars",
                "rate     | {\"stars\": \"many\"}                | stars",
            })
    void namesTheInvalidField(String action, String body, String field) throws Exception {
        send(number, action, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void refusesATrackingNumberWithAWrongCheckDigit() throws Exception {
        send("0000-0000-0000-1", "reply", "{\"text\": \"More\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
    }

    private void resolve(String answer) {
        UUID cause = UUID.nameUUIDFromBytes(answer.getBytes(UTF_8));
        EventMetadata stamp =
                EventMetadata.of(ComplaintId.parse(number), cause, ComplaintResolved.class, IntakeServiceFixture.NOW);
        intake.receive(new ComplaintResolved(stamp, "K.PU", answer), "routing");
    }

    private ResultActions send(String id, String action, String body) throws Exception {
        return http.perform(post("/v1/complaints/" + id + "/" + action)
                .header("Reporter-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
