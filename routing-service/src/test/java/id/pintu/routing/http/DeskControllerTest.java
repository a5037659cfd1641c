package id.pintu.routing.http;

import static id.pintu.routing.SampleReports.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.routing.SampleReports;
import id.pintu.routing.mongo.DeskQueueStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeskControllerTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    private final RoutingServiceFixture routing = new RoutingServiceFixture(STORE);

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @CsvSource({"queue=foo, queue", "limit=0, limit", "limit=201, limit", "after=kemarin, after", "without=x, without"})
    void namesAnInvalidListParameter(String query, String field) throws Exception {
        routing.mockMvc
                .perform(get("/v1/desk/complaints?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void listsOnlyWaitingComplaintsOldestFirst() throws Exception {
        ComplaintId young = routing.submitReport(1, withText("halo"), RoutingServiceFixture.NOW);
        ComplaintId old = routing.submitReport(2, withText("apa kabar"), RoutingServiceFixture.NOW.minusSeconds(60));
        routing.submitReport(3, SampleReports.pothole(), RoutingServiceFixture.NOW);

        list("", 50)
                .andExpect(jsonPath("$.complaints[0].complaintId").value(old.value()))
                .andExpect(jsonPath("$.complaints[0].since").value("2026-03-02T03:03:05Z"))
                .andExpect(jsonPath("$.complaints[0].text").value("apa kabar"))
                .andExpect(jsonPath("$.complaints[1].complaintId").value(young.value()))
                .andExpect(jsonPath("$.complaints[2]").doesNotExist());
    }

    @Test
    void pagesThroughComplaintsOfTheSameTimeWithoutGapOrDuplicate() throws Exception {
        List<String> submitted = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> routing.submitReport(number, withText("halo"), RoutingServiceFixture.NOW)
                        .value())
                .toList();

        List<String> listed = new ArrayList<>();
        JsonNode page = page("");
        while (page.hasNonNull("next") && listed.size() < 20) {
            page.get("complaints")
                    .forEach(each -> listed.add(each.get("complaintId").stringValue()));
            page = page(page.get("next").stringValue());
        }
        page.get("complaints")
                .forEach(each -> listed.add(each.get("complaintId").stringValue()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(submitted);
    }

    @Test
    void aComplaintOfWhichAStepFailedWaitsForTheDeskWhereverItIs() throws Exception {
        ComplaintId atInstitution = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);
        ComplaintId atDesk = routing.submitReport(2, withText("halo"), RoutingServiceFixture.NOW.minusSeconds(60));
        ComplaintId neverRouted = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        routing.failStepOf(atInstitution);
        routing.failStepOf(atDesk);
        routing.failStepOf(neverRouted);

        JsonNode waiting = page("").get("complaints");
        assertThat(waiting.findValuesAsString("complaintId"))
                .containsExactlyInAnyOrder(atDesk.value(), atInstitution.value(), neverRouted.value());
        waiting.forEach(each -> assertThat(each.at("/explanation/en").asString())
                .contains("could not be processed", "complaints-0@17"));

        ask(atDesk, "assign", "{\"institution\": \"D.33.74\"}").andExpect(status().isNoContent());
        ask(atInstitution, "dismiss-failures", "{\"reason\": \"Sudah dicek\"}").andExpect(status().isNoContent());
        assertThat(page("").get("complaints").findValuesAsString("complaintId")).containsExactly(neverRouted.value());
    }

    @Test
    void removesAssignedAndArchivedComplaintsFromTheQueue() throws Exception {
        ComplaintId one = routing.submitReport(1, withText("halo"), RoutingServiceFixture.NOW);
        ComplaintId other = routing.submitReport(2, withText("halo"), RoutingServiceFixture.NOW);
        ask(one, "assign", "{\"institution\": \"D.33.74\"}").andExpect(status().isNoContent());
        ask(other, "archive", "{\"ground\": \"too-general\", \"reason\": \"Terlalu umum\"}")
                .andExpect(status().isNoContent());

        list("", 50).andExpect(jsonPath("$.complaints[0]").doesNotExist());
        assertThat(routing.snapshots.find(one).orElseThrow().responsible()).isPresent();
    }

    @Test
    void assignsByTheNumberOfAChoice() throws Exception {
        ComplaintId one = routing.submitReport(
                1, withText("e-KTP belum jadi dan kartu BPJS mati, lapor ke OJK?"), RoutingServiceFixture.NOW);
        String first = page("").get("complaints")
                .get(0)
                .get("choices")
                .get(1)
                .get("institution")
                .stringValue();

        ask(one, "assign", "{\"choice\": 4}").andExpect(status().isBadRequest());
        ask(one, "assign", "{\"choice\": 2}").andExpect(status().isNoContent());

        assertThat(routing.snapshots
                        .find(one)
                        .orElseThrow()
                        .responsible()
                        .orElseThrow()
                        .code())
                .isEqualTo(first);
    }

    @Test
    void refusesToArchiveAComplaintAtAnInstitution() throws Exception {
        ask(
                        routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW),
                        "archive",
                        "{\"ground\": \"too-general\", \"reason\": \"No\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-at-desk"));
    }

    /** Snapshots with a dispute are rebuilt before the registry is read. */
    @Test
    void queuesADisputeBeforeTheRegistryIsRead() throws Exception {
        ComplaintId id = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);
        agency(id, "D.33.74", "return", "{\"reason\": \"Jalan provinsi\", \"suggested\": \"P.33\"}");
        agency(id, "P.33", "return", "{\"reason\": \"Jalan kota\", \"suggested\": \"D.33.74\"}");
        DeskQueueStore rebuildingStore = new DeskQueueStore(STORE.database(), () -> {
            throw new IllegalStateException("the registry was not read yet");
        });

        rebuildingStore.updateFrom(Map.of(id, routing.snapshots.find(id).orElseThrow()));

        routing.mockMvc
                .perform(get("/v1/desk/complaints").param("queue", "arbiter"))
                .andExpect(jsonPath("$.complaints[0].refusals[0].name").value("Pemerintah Kota Semarang"));
    }

    @Test
    void queuesADisputeForTheArbiterWhoseRulingBinds() throws Exception {
        ComplaintId id = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);
        agency(id, "D.33.74", "return", "{\"reason\": \"Jalan provinsi\", \"suggested\": \"P.33\"}");
        agency(id, "P.33", "return", "{\"reason\": \"Jalan kota\", \"suggested\": \"D.33.74\"}");

        list("", 50).andExpect(jsonPath("$.complaints[0]").doesNotExist());
        routing.mockMvc
                .perform(get("/v1/desk/complaints").param("queue", "arbiter"))
                .andExpect(jsonPath("$.complaints[0].dispute").value("CYCLE"))
                .andExpect(jsonPath("$.complaints[0].refusals[0].name").value("Pemerintah Kota Semarang"))
                .andExpect(jsonPath("$.complaints[0].refusals[1].institution").value("P.33"))
                .andExpect(jsonPath("$.complaints[0].refusals[1].reason").value("Jalan kota"))
                .andExpect(jsonPath("$.complaints[0].refusals[1].suggested").value("D.33.74"))
                .andExpect(jsonPath("$.complaints[0].choices[0].institution").value("D.33.74"));
        ask(id, "assign", "{\"institution\": \"D.33.74\"}").andExpect(status().isConflict());
        ask(id, "rule", "{\"institution\": \"D.33.74\", \"grounds\": \"Jalan kota\"}")
                .andExpect(status().isNoContent());
        agency(id, "D.33.74", "return", "{\"reason\": \"Tetap bukan\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:bound-by-ruling"));
    }

    @Test
    void reclassifiesAComplaintAtAnInstitution() throws Exception {
        ComplaintId id = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);
        String body = "{\"kind\": \"supervisory-complaint\", \"reason\": \"Dugaan pungli\"}";
        ask(id, "reclassify", body).andExpect(status().isNoContent());

        assertThat(routing.snapshots
                        .find(id)
                        .orElseThrow()
                        .report()
                        .orElseThrow()
                        .kind())
                .isEqualTo(ComplaintKind.SUPERVISORY_COMPLAINT);
        ask(id, "reclassify", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:same-kind"))
                .andExpect(jsonPath("$.detail").value("Field 'kind': it is of kind supervisory-complaint already."));
    }

    private ResultActions agency(ComplaintId id, String code, String action, String body) throws Exception {
        return routing.mockMvc.perform(post("/v1/agencies/" + code + "/complaints/" + id + "/" + action)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "many"})
    void refusesAnInvalidLimit(String limit) throws Exception {
        routing.mockMvc
                .perform(get("/v1/desk/complaints").param("limit", limit))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("limit"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "assign  | {}                          | institution",
                "assign  | {\"institution\": \"K.NO\"} | institution",
                "assign  | {\"institution\": \"K.PU\", \"also\": [\"K.NO\"]} | also",
                "assign  | {\"choice\": 1}           | choice",
                "rule    | {\"institution\": \"K.PU\"} | grounds",
                "archive | {\"reason\": \"Umum\"}      | ground",
                "archive | {\"ground\": \"dislike\", \"reason\": \"Umum\"} | ground",
                "archive | {\"ground\": \"too-general\", \"reason\": \" \"} | reason",
                "reclassify | {\"reason\": \"Pungli\"}    | kind",
                "reclassify | {\"kind\": \"rumour\", \"reason\": \"Pungli\"} | kind",
                "reclassify | {\"kind\": \"aspiration\"}  | reason",
            })
    void namesTheInvalidField(String action, String body, String field) throws Exception {
        ask(ComplaintId.of(new byte[8]), action, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    private JsonNode page(String after) throws Exception {
        return new JsonMapper()
                .readTree(list(after, 3).andReturn().getResponse().getContentAsString());
    }

    private ResultActions list(String after, int limit) throws Exception {
        return routing.mockMvc
                .perform(get("/v1/desk/complaints").param("after", after).param("limit", String.valueOf(limit)))
                .andExpect(status().isOk());
    }

    private ResultActions ask(ComplaintId id, String action, String body) throws Exception {
        return routing.mockMvc.perform(post("/v1/desk/complaints/" + id + "/" + action)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
