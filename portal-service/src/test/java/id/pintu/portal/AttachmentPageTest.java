package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.ReportAttachment;
import id.pintu.portal.StubHttpService.StubResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests of uploading files with a report, and of what the reporter sees of them. */
class AttachmentPageTest extends AbstractPortalTest {

    private static final String KEY = "4f1c0a9be27d51cf3ab0";
    private static final String BOUNDARY = "----pintu";

    @Test
    void filesAreUploadedBeforeTheReportThatListsThem() throws Exception {
        INTAKE.respondWith(request -> request.path().equals("/v1/attachments")
                ? new StubResponse(201, "{\"id\": \"id-of-photo\"}")
                : new StubResponse(201, "{\"trackingNumber\": \"K7QX-9D2M-4RTB-Z\", \"reporterKey\": \"k\"}"));

        HttpResponse<String> page = report(part("text", "Lampu padam") + file("files", "rumah budi.jpg", "JPEG"));

        assertThat(page.body()).contains("K7QX-9D2M-4RTB-Z");
        assertThat(INTAKE.requests).hasSize(2);
        assertThat(INTAKE.requests.getFirst().body()).isEqualTo("JPEG");
        assertThat(INTAKE.requests.getFirst().client()).isNotBlank();
        assertThat(INTAKE.requests.getLast().body())
                .contains("\"attachments\":[\"id-of-photo\"]")
                .doesNotContain("rumah budi");
    }

    @Test
    void aRefusedFileIsToldAndTheOthersAreKept() throws Exception {
        INTAKE.respondWith(request -> request.body().equals("JPEG")
                ? new StubResponse(201, "{\"id\": \"id-of-photo\"}")
                : new StubResponse(415, "{\"type\": \"urn:pintu:problem:attachment-type\"}"));

        HttpResponse<String> page = report(
                part("text", "Lampu padam") + file("files", "foto.jpg", "JPEG") + file("files", "foto.heic", "HEIC"));

        assertThat(page.body())
                .contains("foto.heic: jenis berkas ini tidak diterima", "value=\"id-of-photo foto.jpg\"", "Lampu padam")
                .doesNotContain("??");
        assertThat(INTAKE.requests).noneMatch(request -> request.path().equals("/v1/complaints"));

        INTAKE.respondWith(201, "{\"trackingNumber\": \"K7QX-9D2M-4RTB-Z\", \"reporterKey\": \"k\"}");
        INTAKE.requests.clear();
        report(part("text", "Lampu padam") + part("kept", "id-of-photo foto.jpg") + file("files", "", ""));
        assertThat(INTAKE.requests).hasSize(1);
        assertThat(INTAKE.requests.getFirst().body()).contains("\"attachments\":[\"id-of-photo\"]");
    }

    @Test
    void theReporterSeesThemByLinksWithAPassAndThePublicDoesNot() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("attachments");
        ComplaintSubmitted submitted = lamp.submitted();
        deliver(
                new ComplaintSubmitted(
                        submitted.stamp(),
                        submitted
                                .report()
                                .withAttachments(List.of(
                                        new ReportAttachment("image/jpeg", 184_320, "ab"),
                                        new ReportAttachment("application/pdf", 3_000_000, "cd")))),
                lamp.routed(SampleComplaintEvents.SEMARANG));
        INTAKE.respondWith(204, "");

        String publicPage = browser().open("/lacak?nomor=" + lamp.id()).body();
        String own = browser()
                .submit("/lacak/isi", Map.of("nomor", lamp.id().value(), "key", KEY))
                .body();

        assertThat(publicPage).contains("2 lampiran, hanya untuk pelapor").doesNotContain("/lacak/lampiran/", "??");
        assertThat(own)
                .contains("Lampiran 1 (foto)", "180 kB", "Lampiran 2 (dokumen)", "2,9 MB", "loading=\"lazy\"")
                .doesNotContain("??", KEY);
        Matcher image = Pattern.compile("<img src=\"(/lacak/lampiran/[^\"]+)\"").matcher(own);
        assertThat(image.find()).isTrue();
        INTAKE.requests.clear();
        INTAKE.respondWith(200, "{}");
        assertThat(browser().get(image.group(1)).statusCode()).isEqualTo(200);
        assertThat(INTAKE.requests.getFirst().path()).isEqualTo("/v1/complaints/" + lamp.id() + "/attachments/1");
        INTAKE.respondWith(403, "{}");
        assertThat(browser()
                        .get("/lacak/lampiran/" + lamp.id() + "/1?izin=1.ab")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> report(String parts) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site() + "/lapor"))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(parts + "--" + BOUNDARY + "--\r\n"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }
}
