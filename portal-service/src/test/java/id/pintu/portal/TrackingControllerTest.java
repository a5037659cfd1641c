package id.pintu.portal;

import static id.pintu.portal.SampleComplaintEvents.SEMARANG;
import static id.pintu.portal.SampleComplaintEvents.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.SlaEvent.SlaClockType;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonAssert;
import org.springframework.test.json.JsonCompareMode;

/** Tests of the tracking API over HTTP. */
class TrackingControllerTest extends AbstractPortalTest {

    @Test
    void returnsTheTrackingOfAComplaintAsJson() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("api");
        var submitted = lamp.submitted();
        var routed = lamp.routed(SEMARANG);
        deliver(submitted, routed, lamp.deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(14)));

        HttpResponse<String> answer = browser().get("/v1/complaints/" + lamp.id());

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonAssert.comparator(JsonCompareMode.STRICT)
                .assertIsMatch("""
                {
                  "trackingNumber": "%s",
                  "status": {
                    "code": "assigned",
                    "label": "Terdisposisi ke Pemerintah Kota Semarang",
                    "labelEn": "Assigned to Pemerintah Kota Semarang"
                  },
                  "kind": "complaint",
                  "confidential": false,
                  "title": "Xyzzy lampu jalan",
                  "text": "Xyzzy padam sejak Senin",
                  "place": {"regionCode": "33.74", "description": "Jalan Xyzzy"},
                  "responsible": {"code": "D.33.74", "name": "Pemerintah Kota Semarang"},
                  "submittedAt": "2026-03-03T02:00:00Z",
                  "deadline": "2026-03-17T04:00:00Z",
                  "awaiting": "follow-up",
                  "timeline": [
                    {
                      "event": "%s",
                      "at": "2026-03-03T02:00:00Z",
                      "step": "complaint-submitted",
                      "label": "Laporan diterima",
                      "labelEn": "Report received"
                    },
                    {
                      "event": "%s",
                      "at": "2026-03-03T03:00:00Z",
                      "step": "complaint-routed",
                      "label": "Terdisposisi ke Pemerintah Kota Semarang",
                      "labelEn": "Assigned to Pemerintah Kota Semarang",
                      "why": "Diteruskan ke Pemerintah Kota Semarang (Dinas Xyzzy), karena isi laporan paling cocok dengan tugasnya.",
                      "whyEn": "Sent to Pemerintah Kota Semarang (Dinas Xyzzy), because the report fits its duties best.",
                      "quote": "Dinas Xyzzy"
                    }
                  ]
                }
                """.formatted(lamp.id(), submitted.id(), routed.id()), answer.body());
    }

    @Test
    void returnsOnlyTheProgressOfAConfidentialComplaint() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("api confidential");
        deliver(lamp.fullHistory(lamp.confidential()));

        HttpResponse<String> answer = browser().get("/v1/complaints/" + lamp.id());

        assertThat(answer.body())
                .contains("\"confidential\":true", "\"step\":\"complaint-resolved\"", SEMARANG.name())
                .doesNotContain(WRITTEN);
    }

    @Test
    void acceptsATrackingNumberInAnyNotation() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("typed");
        deliver(lamp.submitted());
        String typed = TestBrowser.encoded(
                        lamp.id().value().toLowerCase(java.util.Locale.ROOT).replace('-', ' '))
                .replace("+", "%20");

        assertThat(browser().get("/v1/complaints/" + typed).body())
                .contains(lamp.id().value());
    }

    @Test
    void answers304ForTheCurrentETag() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("etag");
        String path = "/v1/complaints/" + lamp.id();
        deliver(lamp.submitted());
        String version = browser().get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(browser().get(path, "If-None-Match", version).statusCode()).isEqualTo(304);
        deliver(lamp.routed(SEMARANG));
        assertThat(browser().get(path, "If-None-Match", version).statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheNewestEntriesAndTheEarlierOnesByPage() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("long");
        List<ComplaintEvent> history = lamp.fullHistory(lamp.submitted());
        deliver(history);
        String path = "/v1/complaints/" + lamp.id() + "?limit=3";

        String newest = browser().get(path).body();
        assertThat(newest).contains("\"earlier\":").doesNotContain("\"step\":\"complaint-submitted\"");
        String earlier = newest.substring(newest.indexOf("\"earlier\":") + 10).replaceAll("\\D", "");
        assertThat(browser().get(path + "&before=" + earlier).body()).isNotEqualTo(newest);
        assertThat(browser().get(path + "&before=3").body())
                .contains("\"step\":\"complaint-submitted\"")
                .doesNotContain("\"earlier\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=many", "before=0", "before=x"})
    void namesAMalformedParameterOfThePage(String parameter) {
        HttpResponse<String> answer = browser().get("/v1/complaints/K7QX-9D2M-4RTB-Z?" + parameter);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + parameter.substring(0, parameter.indexOf('=')) + "\"");
    }

    @Test
    void answers404ForAnUnknownNumber() {
        HttpResponse<String> answer = browser().get("/v1/complaints/K7QX-9D2M-4RTB-Z");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:pintu:problem:unknown-tracking-number");
    }

    @Test
    void answers404UntilTheSubmissionWasConsumed() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("headless");
        deliver(lamp.routed(SEMARANG));

        assertThat(browser().get("/v1/complaints/" + lamp.id()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7QX-9D2M-4RTB-6", "K7QX", "K7QX-9D2M-4RTB-ZZ", "!", "%3Cscript%3E"})
    void answers400WithTheFieldForAMalformedNumber(String typed) {
        HttpResponse<String> answer = browser().get("/v1/complaints/" + typed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"trackingNumber\"").doesNotContain("<script>");
    }

    @Test
    void namesATypingErrorOfANumber() {
        assertThat(browser().get("/v1/complaints/K7QX-9D2M-4RTB-6").body()).contains("has a typing error");
    }

    @Test
    void answersProblemJsonToProgramsForAnUnknownPath() {
        assertThat(browser().get("/nowhere").body()).startsWith("{").contains("\"status\":404");
        assertThat(browser().get("/nowhere", "Accept", "application/json").body())
                .startsWith("{");
    }
}
