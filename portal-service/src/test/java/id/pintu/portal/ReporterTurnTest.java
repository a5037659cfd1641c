package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.Clock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReporterTurnTest extends PortalTest {

    private static final String KEY = "4f1c0a9be27d51cf3ab0";

    @Test
    void whoHoldsTheKeyRatesTheAnswerOnTheTrackingPage() {
        SampleComplaint lamp = new SampleComplaint("rated-on-the-page");
        hear(lamp.submitted(), lamp.routed(SampleComplaint.SEMARANG), lamp.resolved());
        INTAKE.answers(204, "");

        HttpResponse<String> page = say(lamp, "RATE", "5");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("sudah kami terima").doesNotContain(KEY);
        assertThat(INTAKE.asked).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/v1/complaints/" + lamp.id().value() + "/rate");
            assertThat(asked.reporterKey()).isEqualTo(KEY);
            assertThat(asked.idempotencyKey()).hasSize(36);
            assertThat(asked.body()).contains("\"stars\":5", "\"comment\":\"Terima kasih\"");
        });
    }

    @Test
    void offersOnlyWhatCanBeDoneNow() {
        SampleComplaint open = new SampleComplaint("still-open");
        hear(open.submitted(), open.routed(SampleComplaint.SEMARANG));
        SampleComplaint answered = new SampleComplaint("answered");
        hear(answered.submitted(), answered.routed(SampleComplaint.SEMARANG), answered.resolved());

        assertThat(pageOf(open))
                .contains("value=\"REPLY\"", "value=\"WITHDRAW\"")
                .doesNotContain("value=\"RATE\"");
        assertThat(pageOf(answered))
                .contains("value=\"RATE\"", "value=\"CONTEST\"")
                .doesNotContain("value=\"REPLY\"");
    }

    @Test
    void asksForConsentOnceTheOverallLimitHasPassed() {
        SampleComplaint lamp = new SampleComplaint("overdue");
        hear(
                lamp.submitted(),
                lamp.routed(SampleComplaint.SEMARANG),
                lamp.deadlineSet(Clock.OVERALL, Duration.ofMinutes(30)));
        assertThat(pageOf(lamp)).doesNotContain("OMBUDSMAN_CONSENT");

        hear(lamp.deadlineMissed());
        assertThat(pageOf(lamp)).contains("value=\"OMBUDSMAN_CONSENT\"");

        INTAKE.answers(204, "");
        say(lamp, "OMBUDSMAN_CONSENT", "0");
        assertThat(INTAKE.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked.path()).endsWith("/ombudsman-consent"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, 403, bukan kunci laporan ini",
        "400, 400, tuliskan apa yang ingin Anda sampaikan",
        "409, 409, tidak dapat dilakukan sekarang",
        "503, 503, tidak akan tercatat dua kali"
    })
    void saysWhatIsWrongAndKeepsWhatWasTyped(int answer, int status, String words) {
        SampleComplaint lamp = new SampleComplaint("refused-" + answer);
        hear(lamp.submitted(), lamp.routed(SampleComplaint.SEMARANG), lamp.resolved());
        INTAKE.answers(answer, "{}");

        HttpResponse<String> page = say(lamp, "CONTEST", "0");

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(words, "Terima kasih</textarea>").doesNotContain(KEY);
    }

    @Test
    void withoutAKeyIntakeIsNotAsked() {
        SampleComplaint lamp = new SampleComplaint("no-key");
        hear(lamp.submitted());

        HttpResponse<String> page =
                browser().submit("/lacak", Map.of("nomor", lamp.id().value(), "act", "REPLY", "text", "Halo"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(INTAKE.asked).isEmpty();
    }

    private HttpResponse<String> say(SampleComplaint complaint, String act, String stars) {
        return browser()
                .submit(
                        "/lacak",
                        Map.of(
                                "nomor", complaint.id().value(),
                                "act", act,
                                "stars", stars,
                                "text", "Terima kasih",
                                "key", KEY));
    }

    private String pageOf(SampleComplaint complaint) {
        return browser().open("/lacak?nomor=" + complaint.id().value()).body();
    }
}
