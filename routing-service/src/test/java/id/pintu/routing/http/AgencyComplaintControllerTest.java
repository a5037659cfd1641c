package id.pintu.routing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventActor;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.routing.SampleReports;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

class AgencyComplaintControllerTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    private final RoutingServiceFixture routing = new RoutingServiceFixture(STORE);
    private final ComplaintId id = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "verify      | ''                             | AT_INSTITUTION",
                "assign-unit | {\"unit\": \"Dinas PU\"}       | AT_INSTITUTION",
                "assign-person | {\"account\": \"0b9c1e52-6f4d\"} | AT_INSTITUTION",
                "assign-person | {\"account\": null}         | AT_INSTITUTION",
                "note        | {\"text\": \"Pernah dilaporkan\"} | AT_INSTITUTION",
                "extend      | {\"reason\": \"Menunggu alat\"}  | AT_INSTITUTION",
                "ask         | {\"question\": \"Di mana?\"}   | AT_INSTITUTION",
                "follow-up   | {\"text\": \"Dikerjakan\"}     | AT_INSTITUTION",
                "resolve     | {\"answer\": \"Selesai\"}      | ANSWERED",
                "reclassify  | {\"kind\": \"aspiration\", \"reason\": \"Usul\"} | AT_INSTITUTION",
                "return      | {\"reason\": \"Bukan kami\"}   | AT_DESK",
                "return      | {\"reason\": \"Bukan kami\", \"suggested\": \"P.33\"} | AT_INSTITUTION",
            })
    void theResponsibleInstitutionActs(String action, String body, HandlingPhase after) throws Exception {
        ask("D.33.74", action, body).andExpect(status().isNoContent());

        assertThat(routing.snapshots.find(id).orElseThrow().phase()).isEqualTo(after);
    }

    @Test
    void refusesAnInstitutionThatIsNotResponsible() throws Exception {
        ask("P.33", "verify", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-responsible"));
    }

    @Test
    void showsTheComplaintToTheResponsibleInstitutionOnly() throws Exception {
        routing.mockMvc
                .perform(get("/v1/agencies/D.33.74/complaints/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phase").value("AT_INSTITUTION"))
                .andExpect(jsonPath("$.report.text").value("Jalan rusak di depan pasar"));
        routing.mockMvc.perform(get("/v1/agencies/P.33/complaints/" + id)).andExpect(status().isNotFound());
        routing.mockMvc
                .perform(get("/v1/agencies/D.33.74/complaints/" + ComplaintId.of(new byte[8])))
                .andExpect(status().isNotFound());
    }

    @Test
    void anOfficerOfAUnitReachesTheComplaintsOfTheUnitOnly() throws Exception {
        RequestPostProcessor officer = CallerPostProcessor.as("u-1", "unit-officer@D.33.74/Dinas PU");
        String address = "/v1/agencies/D.33.74/complaints/" + id;
        routing.mockMvc.perform(get(address).with(officer)).andExpect(status().isNotFound());
        routing.mockMvc.perform(followUp(address).with(officer)).andExpect(status().isNotFound());

        ask("D.33.74", "assign-unit", "{\"unit\": \"Dinas PU\"}").andExpect(status().isNoContent());
        routing.mockMvc
                .perform(get(address).with(officer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unit").value("Dinas PU"));
        routing.mockMvc.perform(followUp(address).with(officer)).andExpect(status().isNoContent());

        ask("D.33.74", "assign-unit", "{\"unit\": \"Dinas Perhubungan\"}").andExpect(status().isNoContent());
        routing.mockMvc.perform(get(address).with(officer)).andExpect(status().isNotFound());
        routing.mockMvc.perform(followUp(address).with(officer)).andExpect(status().isNotFound());
    }

    @Test
    void ofTwoUnitsAnOfficerActsForTheOneThatHasTheComplaint() throws Exception {
        ask("D.33.74", "assign-unit", "{\"unit\": \"Dinas PU\"}").andExpect(status().isNoContent());
        routing.mockMvc
                .perform(followUp("/v1/agencies/D.33.74/complaints/" + id)
                        .with(CallerPostProcessor.as(
                                "u-2", "unit-officer@D.33.74/Dinas Pasar", "unit-officer@D.33.74/Dinas PU")))
                .andExpect(status().isNoContent());

        assertThat(routing.broker.events().getLast().by())
                .contains(new EventActor("u-2", "unit-officer@D.33.74/Dinas PU"));
    }

    @Test
    void theEventSaysWhichAccountActedByWhichRole() throws Exception {
        routing.mockMvc
                .perform(post("/v1/agencies/D.33.74/complaints/" + id + "/verify")
                        .with(CallerPostProcessor.as("u-3", "liaison-officer@D.33.74")))
                .andExpect(status().isNoContent());

        assertThat(routing.broker.events().getLast().by()).contains(new EventActor("u-3", "liaison-officer@D.33.74"));
        assertThat(routing.broker.events().getFirst().by()).as("the report").isEmpty();
    }

    private static MockHttpServletRequestBuilder followUp(String address) {
        return post(address + "/follow-up")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"Dikerjakan\"}");
    }

    /** A repeat, returned by two institutions, then assigned by a ruling. */
    @Test
    void theJsonOfATransferredAndRuledComplaintIsPinned() throws Exception {
        ComplaintId repeat = routing.submitRepeat(id, 2, SampleReports.pothole());
        act(repeat, "agencies/D.33.74", "return", "{\"reason\": \"Jalan provinsi\", \"suggested\": \"P.33\"}");
        act(repeat, "agencies/P.33", "verify", "");
        assertThat(shownTo("P.33", repeat)).isEqualTo(golden("agency-complaint-transferred.json"));

        act(repeat, "agencies/P.33", "return", "{\"reason\": \"Jalan kota\", \"suggested\": \"D.33.74\"}");
        act(repeat, "desk", "rule", "{\"institution\": \"D.33.74\", \"grounds\": \"SK Gubernur\"}");
        assertThat(shownTo("D.33.74", repeat)).isEqualTo(golden("agency-complaint-ruled.json"));
    }

    /** Archived, contested, then split by the desk. */
    @Test
    void theJsonOfAContestedAndSplitComplaintIsPinned() throws Exception {
        ComplaintId split =
                routing.submitReport(3, SampleReports.withText("Oknum petugas tidak jelas"), RoutingServiceFixture.NOW);
        act(split, "desk", "archive", "{\"ground\": \"too-general\", \"reason\": \"Terlalu umum\"}");
        routing.contest(split);
        act(split, "desk", "assign", "{\"institution\": \"D.33.74\", \"also\": [\"B.PLN\"]}");
        assertThat(shownTo("D.33.74", split)).isEqualTo(golden("agency-complaint-split.json"));
    }

    private void act(ComplaintId complaint, String actor, String action, String body) throws Exception {
        routing.mockMvc
                .perform(post("/v1/" + actor + "/complaints/" + complaint + "/" + action)
                        .header("Idempotency-Key", action)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isNoContent());
    }

    private String shownTo(String code, ComplaintId complaint) throws Exception {
        return routing.mockMvc
                .perform(get("/v1/agencies/" + code + "/complaints/" + complaint))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = AgencyComplaintControllerTest.class.getResourceAsStream("/golden/" + name)) {
            return file == null ? "" : new String(file.readAllBytes(), UTF_8).strip();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "assign-unit | {}                                               | unit",
                "assign-person | {\"account\": \"budi@example.org\"}         | account",
                "assign-person | {\"account\": \"Budi Santoso\"}             | account",
                "note        | {\"text\": \" \"}                               | text",
                "extend      | {}                                               | reason",
                "ask         | {\"question\": \" \"}                            | question",
                "follow-up   | {\"text\": \"\"}                                 | text",
                "resolve     | {}                                               | answer",
                "reclassify  | {\"reason\": \"Usul\"}                           | kind",
                "reclassify  | {\"kind\": \"aspiration\", \"reason\": \"\"}    | reason",
                "return      | {}                                               | reason",
                "return      | {\"reason\": \"No\", \"suggested\": \"K.NONE\"}  | suggested",
                "return      | {\"reason\": \"No\", \"suggested\": [1]}         | suggested",
            })
    void namesTheInvalidField(String action, String body, String field) throws Exception {
        ask("D.33.74", action, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
        assertThat(routing.broker.history()).isEmpty();
    }

    @Test
    void aPersonGetsItAndNobodyHasItAnyMore() throws Exception {
        ask("D.33.74", "assign-person", "{\"account\": \"account-9\"}").andExpect(status().isNoContent());
        show("program").andExpect(jsonPath("$.assignee").value("account-9"));

        ask("D.33.74", "assign-person", "{}").andExpect(status().isNoContent());
        show("program").andExpect(jsonPath("$.assignee").isEmpty());
    }

    @Test
    void notesAreForTheOfficersOfTheInstitutionThatWroteThem() throws Exception {
        routing.mockMvc
                .perform(post("/v1/agencies/D.33.74/complaints/" + id + "/note")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"Pernah dilaporkan\"}")
                        .with(CallerPostProcessor.as("u-1", "liaison-officer@D.33.74")))
                .andExpect(status().isNoContent());

        show("liaison-officer@D.33.74")
                .andExpect(jsonPath("$.notes.length()").value(1))
                .andExpect(jsonPath("$.notes[0].account").value("u-1"))
                .andExpect(jsonPath("$.notes[0].text").value("Pernah dilaporkan"))
                .andExpect(jsonPath("$.conversation").isEmpty());
        show("province-oversight@P.33").andExpect(jsonPath("$.notes").isEmpty());

        ask("D.33.74", "return", "{\"reason\": \"Jalan provinsi\", \"suggested\": \"P.33\"}");
        assertThat(shownTo("P.33", id)).contains("\"notes\":[]");
    }

    @Test
    void saysWhatTheCallerMayDoNow() throws Exception {
        assertThat(allowedActs("liaison-officer@D.33.74"))
                .containsExactly(
                        "verify",
                        "assign-unit",
                        "assign-person",
                        "ask",
                        "note",
                        "follow-up",
                        "extend",
                        "resolve",
                        "return",
                        "reclassify");
        assertThat(allowedActs("province-oversight@P.33")).isEmpty();

        ask("D.33.74", "assign-unit", "{\"unit\": \"Dinas PU\"}");
        assertThat(allowedActs("unit-officer@D.33.74/Dinas PU"))
                .containsExactly("assign-person", "ask", "note", "follow-up", "extend", "resolve");

        ask("D.33.74", "resolve", "{\"answer\": \"Sudah ditambal\"}");
        assertThat(allowedActs("liaison-officer@D.33.74")).containsExactly("note");
    }

    private List<String> allowedActs(String role) throws Exception {
        return WireJsonMapper.MAPPER
                .readTree(show(role).andReturn().getResponse().getContentAsByteArray())
                .path("allowedActs")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void ofTwoOfficersWhoSawTheSameVersionTheSecondIsTooLate() throws Exception {
        String seen = String.valueOf(
                show("liaison-officer@D.33.74").andReturn().getResponse().getHeader("ETag"));
        assertThat(seen).isEqualTo("\"2\"");

        ifMatch(seen, "Dikerjakan").andExpect(status().isNoContent());
        ifMatch(seen, "Dikerjakan juga")
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:changed-meanwhile"));
        show("liaison-officer@D.33.74").andExpect(jsonPath("$.version").value(3));
        ifMatch("\"3\"", "Dikerjakan juga").andExpect(status().isNoContent());
        ifMatch("*", "Selesai sebagian").andExpect(status().isNoContent());
        ifMatch("\"x\"", "Selesai")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("If-Match"));
    }

    private ResultActions ifMatch(String version, String text) throws Exception {
        return routing.mockMvc.perform(post("/v1/agencies/D.33.74/complaints/" + id + "/follow-up")
                .header("If-Match", version)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"" + text + "\"}"));
    }

    private ResultActions show(String role) throws Exception {
        return routing.mockMvc
                .perform(get("/v1/agencies/D.33.74/complaints/" + id)
                        .with(role.equals("program") ? new CallerPostProcessor() : CallerPostProcessor.as("u-9", role)))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bukan wewenang kami. Silakan hubungi PT PLN.                            | B.PLN",
                "Bukan kewenangan Kota Semarang, silakan hubungi Provinsi Jawa Tengah.   | P.33",
                "Bukan wewenang kami.                                                    |",
            })
    void anAnswerThatOnlyPointsElsewhereIsToBeAReturn(String answer, @Nullable String suggested) throws Exception {
        ResultActions refused = ask("D.33.74", "resolve", "{\"answer\": \"" + answer + "\", \"confirmed\": true}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:closure-points-elsewhere"));

        refused.andExpect(
                suggested == null
                        ? jsonPath("$.suggestedInstitution").doesNotExist()
                        : jsonPath("$.suggestedInstitution").value(suggested));
        assertThat(routing.snapshots.find(id).orElseThrow().phase()).isEqualTo(HandlingPhase.AT_INSTITUTION);
    }

    @Test
    void oneAnswerForLinkedReportsHasAnOutcomeForEach() throws Exception {
        ComplaintId repeat = routing.submitRepeat(id, 2, SampleReports.pothole());
        ComplaintId moved = routing.submitRepeat(id, 3, SampleReports.pothole());
        act(moved, "agencies/D.33.74", "return", "{\"reason\": \"Jalan provinsi\", \"suggested\": \"P.33\"}");
        ComplaintId another = routing.submitReport(4, SampleReports.pothole(), RoutingServiceFixture.NOW);

        routing.mockMvc
                .perform(post("/v1/agencies/D.33.74/complaints/" + id + "/resolve")
                        .header("If-Match", "\"2\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answer\": \"Sudah ditambal\", \"also\": [\"%s\", \"%s\", \"%s\", \"%s\"]}"
                                .formatted(repeat, moved, another, id)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcomes.length()").value(4))
                .andExpect(jsonPath("$.outcomes[0].complaint").value(id.value()))
                .andExpect(jsonPath("$.outcomes[0].outcome").value("done"))
                .andExpect(jsonPath("$.outcomes[1].outcome").value("done"))
                .andExpect(jsonPath("$.outcomes[2].outcome").value("not-responsible"))
                .andExpect(jsonPath("$.outcomes[3].outcome").value("not-linked"));

        assertThat(routing.snapshots.find(repeat).orElseThrow().phase()).isEqualTo(HandlingPhase.ANSWERED);
        assertThat(routing.snapshots.find(another).orElseThrow().phase()).isEqualTo(HandlingPhase.AT_INSTITUTION);
        ask("D.33.74", "resolve", "{\"answer\": \"Sudah ditambal\", \"also\": [\"K7QX\"]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("also"));
    }

    @Test
    void refusesATrackingNumberWithATypingError() throws Exception {
        routing.mockMvc
                .perform(get("/v1/agencies/D.33.74/complaints/0000-0000-0000-1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
    }

    @Test
    void showsTheQuestionAndTheReportersAnswerWithTheirTimes() throws Exception {
        ask("D.33.74", "ask", "{\"question\": \"Di mana?\"}").andExpect(status().isNoContent());
        routing.reply(id, "Di depan pasar", RoutingServiceFixture.NOW.plusSeconds(60));

        routing.mockMvc
                .perform(get("/v1/agencies/D.33.74/complaints/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.conversation.length()").value(2))
                .andExpect(jsonPath("$.conversation[0].from").value("institution"))
                .andExpect(jsonPath("$.conversation[0].institution").value("D.33.74"))
                .andExpect(jsonPath("$.conversation[0].text").value("Di mana?"))
                .andExpect(jsonPath("$.conversation[0].at").exists())
                .andExpect(jsonPath("$.conversation[1].from").value("reporter"))
                .andExpect(jsonPath("$.conversation[1].text").value("Di depan pasar"))
                .andExpect(jsonPath("$.conversation[1].at")
                        .value(RoutingServiceFixture.NOW.plusSeconds(60).toString()));
    }

    private ResultActions ask(String code, String action, String body) throws Exception {
        return routing.mockMvc.perform(post("/v1/agencies/" + code + "/complaints/" + id + "/" + action)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
