package id.pintu.intake.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.processing.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class ReporterKeyControllerTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final ComplaintId COMPLAINT = ComplaintId.of(new byte[8]);
    private static final ComplaintId OTHER = ComplaintId.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 0});

    private final IntakeServiceFixture intake = new IntakeServiceFixture(MONGO);
    private final MockMvc http = IntakeHttpFixture.mockMvc(intake);

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void theComplaintsOwnKeyIs204() throws Exception {
        http.perform(get("/v1/complaints/" + COMPLAINT + "/reporter-key")
                        .header("Reporter-Key", intake.submissions.reporterKey(COMPLAINT)))
                .andExpect(status().isNoContent())
                .andExpect(content().string(""));
    }

    /** The same answer for a complaint that exists and one that does not: it tells nobody which numbers there are. */
    @Test
    void theKeyOfAnotherComplaintIs403AndIsNotQuoted() throws Exception {
        String key = intake.submissions.reporterKey(OTHER);
        http.perform(get("/v1/complaints/" + COMPLAINT + "/reporter-key").header("Reporter-Key", key))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:wrong-reporter-key"))
                .andExpect(content().string(not(containsString(key))));
    }

    @Test
    void noKeyAndAnEmptyKeyAre403() throws Exception {
        http.perform(get("/v1/complaints/" + COMPLAINT + "/reporter-key")).andExpect(status().isForbidden());
        http.perform(get("/v1/complaints/" + COMPLAINT + "/reporter-key").header("Reporter-Key", ""))
                .andExpect(status().isForbidden());
    }

    @Test
    void aMalformedNumberIs400() throws Exception {
        http.perform(get("/v1/complaints/none/reporter-key").header("Reporter-Key", "x"))
                .andExpect(status().isBadRequest());
    }
}
