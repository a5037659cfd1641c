package id.pintu.routing.http;

import static id.pintu.routing.SampleReports.withText;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.routing.SampleReports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Incidents at the desk: shown in its queue, handled as a whole, and then left out of the list. */
class IncidentsControllerTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();
    private static final String CITY = "{\"institution\": \"D.33.74\"}";
    private static final String ARCHIVE = "{\"ground\": \"too-general\", \"reason\": \"Umum\"}";

    private final RoutingServiceFixture routing = new RoutingServiceFixture(STORE);
    private final ComplaintId first = routing.submitReport(1, withText("halo satu"), RoutingServiceFixture.NOW);
    private final ComplaintId second = routing.submitRepeat(first, 2, withText("halo dua"));
    private final ComplaintId third = routing.submitRepeat(first, 3, withText("halo tiga"));
    private final ComplaintId other =
            routing.submitReport(9, withText("apa kabar"), RoutingServiceFixture.NOW.plusSeconds(9));

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void showsOtherWaitingReportsOfTheSameIncidentInTheQueue() throws Exception {
        list("").andExpect(jsonPath("$.complaints[0].complaintId").value(first.value()))
                .andExpect(jsonPath("$.complaints[0].incident.first").value(first.value()))
                .andExpect(jsonPath("$.complaints[0].incident.waiting").value(3))
                .andExpect(jsonPath("$.complaints[0].incident.others").value(contains("halo dua", "halo tiga")))
                .andExpect(jsonPath("$.complaints[1].incident.first").value(first.value()))
                .andExpect(jsonPath("$.complaints[1].incident.others").value(contains("halo satu", "halo tiga")))
                .andExpect(jsonPath("$.complaints[2].incident.waiting").value(3))
                .andExpect(jsonPath("$.complaints[3].complaintId").value(other.value()))
                .andExpect(jsonPath("$.complaints[3].incident").isEmpty());
    }

    @Test
    void neitherCountsNorCommandsAFirstReportThatIsElsewhere() throws Exception {
        complaint(first, "assign", CITY).andExpect(status().isNoContent());

        list("").andExpect(jsonPath("$.complaints[0].incident.first").value(first.value()))
                .andExpect(jsonPath("$.complaints[0].incident.waiting").value(2))
                .andExpect(jsonPath("$.complaints[0].incident.others").value(contains("halo tiga")));
        all("assign", CITY)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.complaints").value(2));
        all("assign", CITY).andExpect(jsonPath("$.complaints").value(0));
    }

    @Test
    void showsNoIncidentForTheLastWaitingReport() throws Exception {
        complaint(first, "assign", CITY);
        complaint(second, "assign", CITY);

        list("").andExpect(jsonPath("$.complaints[0].complaintId").value(third.value()))
                .andExpect(jsonPath("$.complaints[0].incident").isEmpty());
    }

    /** As when two instances consumed the reports in a different order. */
    @Test
    void aRepeatOfARepeatBelongsToTheSameIncident() throws Exception {
        ComplaintId late = routing.submitRepeat(second, 4, withText("halo empat"));
        complaint(second, "assign", CITY);

        list("").andExpect(jsonPath("$.complaints[2].complaintId").value(late.value()))
                .andExpect(jsonPath("$.complaints[2].incident.first").value(first.value()))
                .andExpect(jsonPath("$.complaints[2].incident.waiting").value(3));
    }

    @Test
    void showsAtMostThreeOtherReports() throws Exception {
        routing.submitRepeat(first, 4, withText("halo empat"));
        routing.submitRepeat(first, 5, withText("halo lima"));

        list("").andExpect(jsonPath("$.complaints[1].incident.waiting").value(5))
                .andExpect(jsonPath("$.complaints[1].incident.others")
                        .value(contains("halo satu", "halo tiga", "halo empat")));
    }

    @Test
    void excludesDisputedComplaintsFromIncidents() throws Exception {
        ComplaintId hole = routing.submitReport(11, SampleReports.pothole(), RoutingServiceFixture.NOW);
        ComplaintId again = routing.submitRepeat(hole, 12, SampleReports.pothole());
        for (ComplaintId each : new ComplaintId[] {hole, again}) {
            returned(each, "D.33.74", "P.33");
            returned(each, "P.33", "D.33.74");
        }

        routing.mockMvc
                .perform(get("/v1/desk/complaints").param("queue", "arbiter"))
                .andExpect(jsonPath("$.complaints").value(hasSize(2)))
                .andExpect(jsonPath("$.complaints[0].incident").isEmpty());
        routing.mockMvc
                .perform(ask("/v1/desk/incidents/" + hole + "/archive", ARCHIVE))
                .andExpect(jsonPath("$.complaints").value(0));
    }

    @Test
    void leavesOutAnIncidentWhoseCommandsAreNotYetProcessed() throws Exception {
        routing.broker.stopDelivering();
        all("archive", ARCHIVE)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.complaints").value(3));
        list("").andExpect(jsonPath("$.complaints").value(hasSize(4)));

        routing.mockMvc
                .perform(get("/v1/desk/complaints")
                        .param("without", first.value())
                        .param("limit", "1"))
                .andExpect(jsonPath("$.complaints[0].complaintId").value(other.value()))
                .andExpect(jsonPath("$.next").isNotEmpty());
    }

    @Test
    void leavesOutTheLastReportOfAnIncidentToo() throws Exception {
        complaint(first, "assign", CITY);
        complaint(second, "assign", CITY);

        list(first.value())
                .andExpect(jsonPath("$.complaints").value(hasSize(1)))
                .andExpect(jsonPath("$.complaints[0].complaintId").value(other.value()));
    }

    @Test
    void refusesAnInvalidIncident() throws Exception {
        routing.mockMvc
                .perform(get("/v1/desk/complaints").param("without", "banjir"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("without"));
    }

    private ResultActions list(String without) throws Exception {
        return routing.mockMvc
                .perform(get("/v1/desk/complaints").param("without", without))
                .andExpect(status().isOk());
    }

    private ResultActions complaint(ComplaintId id, String act, String body) throws Exception {
        return routing.mockMvc.perform(ask("/v1/desk/complaints/" + id + "/" + act, body));
    }

    private ResultActions all(String act, String body) throws Exception {
        return routing.mockMvc.perform(ask("/v1/desk/incidents/" + first + "/" + act, body));
    }

    private void returned(ComplaintId id, String institution, String suggested) throws Exception {
        routing.mockMvc
                .perform(ask(
                        "/v1/agencies/" + institution + "/complaints/" + id + "/return",
                        "{\"reason\": \"Bukan\", \"suggested\": \"" + suggested + "\"}"))
                .andExpect(status().isNoContent());
    }

    private static MockHttpServletRequestBuilder ask(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
