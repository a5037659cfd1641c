package id.pintu.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.intake.attachments.ClamdScanner;
import id.pintu.intake.attachments.ClamdTestServer;
import id.pintu.intake.attachments.SampleFiles;
import id.pintu.intake.rates.SubmissionRateLimits;
import id.pintu.processing.EmbeddedMongo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AttachmentEndpointsTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PHOTO = SampleFiles.photo(400, 200, 6);

    private final IntakeServiceFixture intake = new IntakeServiceFixture(MONGO);
    private final MockMvc http = IntakeHttpFixture.mockMvc(intake);

    @BeforeEach
    void dropDatabase() {
        MONGO.database().drop();
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    /** What a reporter needs to see a report again. */
    private record SubmittedComplaint(String number, String key) {}

    @Test
    void aReportListsUploadsWithoutTheirNames() throws Exception {
        String photo = upload(http, PHOTO);
        String document = upload(http, SampleFiles.PDF);

        submit(List.of(photo, document));

        JsonNode attachments = JSON.readTree(
                        intake.broker.written("intake.commands").getFirst())
                .at("/report/attachments");
        assertThat(attachments).hasSize(2);
        assertThat(attachments.path(0).path("type").asString()).isEqualTo("image/jpeg");
        assertThat(attachments.path(1).path("type").asString()).isEqualTo("application/pdf");
        assertThat(attachments.path(1).propertyNames()).containsExactlyInAnyOrder("type", "bytes", "sha256");
    }

    @Test
    void theReporterSeesThePhotoAndSavesTheDocument() throws Exception {
        SubmittedComplaint complaint = submit(List.of(upload(http, PHOTO), upload(http, SampleFiles.PDF)));

        byte[] photo = show(complaint, 1)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("Content-Disposition", containsString("inline")))
                .andExpect(header().string("Content-Disposition", containsString("lampiran-1.jpg")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Cache-Control", containsString("private")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).doesNotContain(SampleFiles.OWNER);
        show(complaint, 2)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().bytes(SampleFiles.PDF));
        show(complaint, 3).andExpect(status().isNotFound());
        show(complaint, 0).andExpect(status().isNotFound());
    }

    @Test
    void anotherKeyAndAnotherPassOpenNothing() throws Exception {
        SubmittedComplaint complaint = submit(List.of(upload(http, PHOTO)));
        SubmittedComplaint other = submit(List.of(upload(http, SampleFiles.PDF)));

        show(new SubmittedComplaint(complaint.number(), other.key()), 1).andExpect(status().isForbidden());
        ComplaintId id = ComplaintId.parse(complaint.number());
        showByPass(
                        complaint,
                        1,
                        intake.attachmentPasses.issue(
                                id, 1, intake.clock.instant().plusSeconds(60)))
                .andExpect(status().isOk());
        showByPass(
                        complaint,
                        1,
                        intake.attachmentPasses.issue(
                                id, 2, intake.clock.instant().plusSeconds(60)))
                .andExpect(status().isForbidden());
        showByPass(
                        complaint,
                        1,
                        intake.attachmentPasses.issue(
                                id, 1, intake.clock.instant().minusSeconds(60)))
                .andExpect(status().isForbidden());
        showByPass(
                        other,
                        1,
                        intake.attachmentPasses.issue(
                                id, 1, intake.clock.instant().plusSeconds(60)))
                .andExpect(status().isForbidden());
    }

    @Test
    void anIdThatWasNotGivenOutIsNamed() throws Exception {
        String photo = upload(http, PHOTO);
        String forged = photo.substring(0, photo.length() - 1) + (photo.endsWith("0") ? "1" : "0");

        report(List.of(photo, forged))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("attachments[1]"));
        report(Collections.nCopies(11, photo))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("attachments"));
        assertThat(intake.broker.written("intake.commands")).isEmpty();
    }

    @Test
    void anUploadThatNoReportClaimedEndsAfterADay() throws Exception {
        String photo = upload(http, PHOTO);
        SubmittedComplaint complaint = submit(List.of(upload(http, SampleFiles.PDF)));
        IntakeServiceFixture nextDay =
                new IntakeServiceFixture(MONGO, IntakeServiceFixture.NOW.plus(Duration.ofHours(25)));

        assertThat(nextDay.attachmentStore.deleteEnded(nextDay.clock.instant())).isEqualTo(1);
        report(List.of(photo)).andExpect(status().isBadRequest());
        show(complaint, 1).andExpect(status().isOk());
    }

    @Test
    void aFileThatIsNoAcceptedTypeIsRefusedByItsContent() throws Exception {
        http.perform(post("/v1/attachments")
                        .contentType(MediaType.IMAGE_JPEG)
                        .content("<html><script>alert(1)</script></html>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.detail").value(containsString("text/html")));
        http.perform(post("/v1/attachments")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("a=b"))
                .andExpect(status().isUnsupportedMediaType());
        http.perform(post("/v1/attachments")).andExpect(status().isBadRequest());
        http.perform(post("/v1/attachments").content(SampleFiles.pixelBomb(60_000, 60_000)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("body"));
    }

    @Test
    void anInfectedFileIsRefusedAndOneThatCannotBeScannedToo() throws Exception {
        ClamdTestServer clamd = new ClamdTestServer();
        MockMvc scanning = IntakeHttpFixture.mockMvc(
                intake,
                SubmissionRateLimits.NONE,
                intake.attachments(new ClamdScanner(clamd.address(), Duration.ofSeconds(5))));

        upload(scanning, PHOTO);
        scanning.perform(post("/v1/attachments").content(ClamdTestServer.INFECTED))
                .andExpect(status().isUnprocessableContent());
        clamd.close();
        scanning.perform(post("/v1/attachments").content(PHOTO))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"));
    }

    @Test
    void uploadsAreLimitedBySource() throws Exception {
        MockMvc limited = IntakeHttpFixture.mockMvc(intake, new SubmissionRateLimits(0, 0, 0, 1, 10));

        upload(limited, SampleFiles.PDF);
        limited.perform(post("/v1/attachments").content(SampleFiles.PDF))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
    }

    private static String upload(MockMvc http, byte[] content) throws Exception {
        return JSON.readTree(http.perform(post("/v1/attachments").content(content))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("id")
                .asString();
    }

    private SubmittedComplaint submit(List<String> attachments) throws Exception {
        JsonNode receipt = JSON.readTree(report(attachments)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString());
        return new SubmittedComplaint(
                receipt.path("trackingNumber").asString(),
                receipt.path("reporterKey").asString());
    }

    private ResultActions report(List<String> attachments) throws Exception {
        String body = JSON.writeValueAsString(
                JSON.createObjectNode().put("text", "Jalan rusak").set("attachments", JSON.valueToTree(attachments)));
        return http.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/v1/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions show(SubmittedComplaint complaint, int number) throws Exception {
        return http.perform(get("/v1/complaints/{id}/attachments/{number}", complaint.number(), number)
                .header("Reporter-Key", complaint.key()));
    }

    private ResultActions showByPass(SubmittedComplaint complaint, int number, String pass) throws Exception {
        return http.perform(get("/v1/complaints/{id}/attachments/{number}", complaint.number(), number)
                .header("Attachment-Pass", pass));
    }
}
