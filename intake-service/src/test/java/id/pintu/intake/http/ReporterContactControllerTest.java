package id.pintu.intake.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.processing.EmbeddedMongo;
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

class ReporterContactControllerTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final String FIRST = "{\"name\":\"Siti\",\"email\":\"siti@example.org\"}";
    private static final String OTHER = "{\"email\":\"other@example.org\"}";

    private final IntakeServiceFixture intake = new IntakeServiceFixture(MONGO);
    private final MockMvc http = IntakeHttpFixture.mockMvc(intake);
    private String number = "";
    private String key = "";

    @BeforeEach
    void submitFirst() throws Exception {
        MONGO.database().drop();
        JsonNode receipt = new JsonMapper()
                .readTree(submit(FIRST)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        number = receipt.get("trackingNumber").stringValue();
        key = receipt.get("reporterKey").stringValue();
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void aRepetitionWithAnotherContactIsRefusedAndOverwritesNothing() throws Exception {
        submit(OTHER)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:idempotency-key-reused"));
        submit("{}").andExpect(status().isUnprocessableContent());
        submit("{\"name\": \"Siti\", \"email\": \"siti@EXAMPLE.org\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.trackingNumber").value(number));

        assertThat(intake.broker.written("reporters")).hasSize(1);
    }

    @Test
    void aRepetitionOverwritesNothingWhenTheClaimIsLost() throws Exception {
        MONGO.database().getCollection("claims").drop();
        submit(OTHER).andExpect(status().isCreated());

        assertThat(intake.broker.written("reporters")).hasSize(1);
    }

    @Test
    void aRepetitionBeforeTheReportIsProcessedWritesTheSameContactAgain() throws Exception {
        intake.broker.stopDelivering();
        submit("second", FIRST).andExpect(status().isCreated());
        submit("second", FIRST).andExpect(status().isCreated());
        submit("second", OTHER).andExpect(status().isUnprocessableContent());

        assertThat(intake.broker.written("reporters")).hasSize(3);
    }

    @Test
    void theClaimHasNoContactInClear() {
        MONGO.database()
                .listCollectionNames()
                .forEach(name -> MONGO.database()
                        .getCollection(name)
                        .find()
                        .forEach(document -> assertThat(document.toJson()).doesNotContain("siti", "Siti")));
    }

    @Test
    void theReporterKeyChangesTheContact() throws Exception {
        change(number, key, "{\"phone\": \"0811-0000-001\"}").andExpect(status().isNoContent());
        submit(FIRST).andExpect(status().isCreated());

        assertThat(intake.broker.written("reporters")).last().isEqualTo("{\"phone\":\"+628110000001\"}");
        assertThat(intake.broker.keys()).containsOnly(number);
    }

    @Test
    void theReporterKeyErasesTheContact() throws Exception {
        http.perform(delete("/v1/complaints/" + number + "/contact").header("Reporter-Key", key))
                .andExpect(status().isNoContent());

        assertThat(intake.broker.history().stream()
                        .filter(record -> record.value() == null)
                        .map(record -> record.topic() + " " + new String(record.key(), UTF_8)))
                .containsExactly("reporters " + number, "reporters " + number + "/email");
        http.perform(delete("/v1/complaints/" + number + "/contact")).andExpect(status().isForbidden());
    }

    @Test
    void theMailedCodeConfirmsTheAddressAndAGuessedOneDoesNot() throws Exception {
        String code = intake.confirmationCodes.codeFor(ComplaintId.parse(number), "siti@example.org");
        confirm(number, code).andExpect(status().isNoContent());
        confirm(number, code).andExpect(status().isNoContent());
        assertThat(intake.broker.keys()).endsWith(number + "/email");
        assertThat(intake.broker.written("reporters").getLast())
                .isEqualTo("{\"proof\":\"" + code.substring(0, 24) + "\"}");

        int before = intake.broker.history().size();
        confirm(number, "0".repeat(48))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:wrong-confirmation-code"));
        confirm("K7QX", code)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("number"));
        assertThat(intake.broker.history()).hasSize(before);
    }

    private ResultActions confirm(String id, String code) throws Exception {
        return http.perform(post("/v1/email-confirmations")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"number\": \"" + id + "\", \"code\": \"" + code + "\"}"));
    }

    @Test
    void nobodyElseChangesIt() throws Exception {
        change(number, "0".repeat(40), OTHER).andExpect(status().isForbidden());
        http.perform(put("/v1/complaints/" + number + "/contact")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(OTHER))
                .andExpect(status().isForbidden());
        ComplaintId never = ComplaintId.of(new byte[8]);
        change(never.value(), intake.submissions.reporterKey(never), OTHER).andExpect(status().isNotFound());

        assertThat(intake.broker.written("reporters")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | email",
                "{\"name\": \"Siti\"}                              | email",
                "{\"email\": \"root@localhost\"}                   | email",
                "{\"phone\": \"000000\"}                           | phone",
                "{\"name\": \"a@b\", \"phone\": \"0811-0000-001\"} | name",
                "{\"email\": \"a@b.org\", \"emailVerified\": true} | emailVerified",
            })
    void namesTheInvalidField(String body, String field) throws Exception {
        change(number, key, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void returns503DuringABrokerOutage() throws Exception {
        intake.broker.goDown();
        change(number, key, OTHER).andExpect(status().isServiceUnavailable());
    }

    private ResultActions change(String id, String reporterKey, String body) throws Exception {
        return http.perform(put("/v1/complaints/" + id + "/contact")
                .header("Reporter-Key", reporterKey)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions submit(String contact) throws Exception {
        return submit("first", contact);
    }

    private ResultActions submit(String idempotencyKey, String contact) throws Exception {
        return http.perform(post("/v1/complaints")
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"Jalan rusak\", \"contact\": " + contact + "}"));
    }
}
