package id.pintu.routing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.routing.SampleReports;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class AgencyUnitsControllerTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    private final RoutingServiceFixture routing = new RoutingServiceFixture(STORE);

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void suggestsTheUsualUnitOfTheAffairBeforeThereAreDispositions() throws Exception {
        ComplaintId pothole = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);

        JsonNode first = suggestions(pothole).path(0);

        assertThat(first.path("unit").asString()).isEqualTo("Dinas Pekerjaan Umum dan Penataan Ruang");
        assertThat(first.path("score").asDouble()).isBetween(0.0, 1.0);
        assertThat(first.path("reasons").path("id").asString()).contains("UU 38/2004");
        assertThat(first.path("reasons").path("en").asString()).contains("affair");
    }

    @Test
    void learnsFromWhereTheInstitutionSendsSuchReports() throws Exception {
        for (int number = 1; number <= 12; number++) {
            assign(
                    routing.submitReport(number, SampleReports.pothole(), RoutingServiceFixture.NOW),
                    "UPTD Jalan Timur");
        }
        ComplaintId next = routing.submitReport(90, SampleReports.pothole(), RoutingServiceFixture.NOW);

        assertThat(names(next)).first().isEqualTo("UPTD Jalan Timur");
        assertThat(suggestions(next).path(0).path("reasons").path("id").asString())
                .contains("12 dari 12 disposisi");
        assertThat(units()).contains("UPTD Jalan Timur", "Dinas Perhubungan");
    }

    /** The newest disposition wins: it replaces the one before, so that a mistake that was corrected teaches nothing. */
    @Test
    void aCorrectedDispositionIsForgotten() throws Exception {
        ComplaintId corrected = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);
        assign(corrected, "Dinas Salah");
        assign(corrected, "Dinas Benar");

        assertThat(units()).contains("Dinas Benar").doesNotContain("Dinas Salah");
    }

    @Test
    void aUsualUnitHasTheNameThatTheInstitutionUses() throws Exception {
        assign(routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW), "Dinas Bina Marga");
        ComplaintId next = routing.submitReport(2, SampleReports.pothole(), RoutingServiceFixture.NOW);

        assertThat(names(next)).contains("Dinas Bina Marga").doesNotContain("Dinas Pekerjaan Umum dan Penataan Ruang");
        assertThat(units()).contains("Dinas Bina Marga").doesNotContain("Dinas Pekerjaan Umum dan Penataan Ruang");
    }

    @Test
    void suggestsNothingForComplaintsOfOthers() throws Exception {
        ComplaintId pothole = routing.submitReport(1, SampleReports.pothole(), RoutingServiceFixture.NOW);

        routing.mockMvc
                .perform(get("/v1/agencies/P.33/complaints/" + pothole + "/unit-suggestions"))
                .andExpect(status().isNotFound());
        routing.mockMvc.perform(get("/v1/agencies/D.00.00/units")).andExpect(status().isNotFound());
    }

    private void assign(ComplaintId complaint, String unit) throws Exception {
        routing.mockMvc
                .perform(post("/v1/agencies/D.33.74/complaints/" + complaint + "/assign-unit")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"unit\": \"" + unit + "\"}"))
                .andExpect(status().isNoContent());
    }

    private List<String> names(ComplaintId complaint) throws Exception {
        return suggestions(complaint)
                .valueStream()
                .map(each -> each.path("unit").asString())
                .toList();
    }

    private JsonNode suggestions(ComplaintId complaint) throws Exception {
        return read("/v1/agencies/D.33.74/complaints/" + complaint + "/unit-suggestions", "suggestions");
    }

    private List<String> units() throws Exception {
        return read("/v1/agencies/D.33.74/units", "units")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode read(String path, String field) throws Exception {
        return WireJsonMapper.MAPPER
                .readTree(routing.mockMvc
                        .perform(get(path))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path(field);
    }
}
