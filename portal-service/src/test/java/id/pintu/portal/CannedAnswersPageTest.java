package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.portal.institution.OwnCannedAnswerIndex;
import id.pintu.support.accounts.RoleGrant;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests of the page with an institution's own canned answers, and of their use. */
class CannedAnswersPageTest extends AbstractPortalTest {

    private static final String INBOX = "/instansi/D.33.74";
    private static final String PAGE = INBOX + "/jawaban-baku";
    private static final String ID = "2c1f1c3e-6b53-4f0c-9d60-1f7c3a8e7b11";
    private static final Pattern VERSION = Pattern.compile("name=\"versi\" value=\"([^\"]+)\"");

    @Autowired
    private OwnCannedAnswerIndex answers;

    @SuppressWarnings("NullAway.Init")
    private DeskTestOfficer officer;

    @BeforeEach
    void signIn() {
        ROUTING.respondWith(new StubAgencyApi());
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("liaison-officer@D.33.74"));
        answers.of("D.33.74").forEach(answer -> answers.remove("D.33.74", answer.id()));
        officer = officer();
        officer.signIn();
        officer.open(PAGE);
    }

    @Test
    void saysThatThereAreNoneAndShowsThoseOfEveryInstitution() {
        assertThat(officer.open(PAGE).body())
                .contains("Belum ada jawaban baku", "Tambahkan", "{tanggal perbaikan}", "Pemerintah Kota Semarang")
                .doesNotContain("??", "style=\"");
        assertThat(officer.open(PAGE + "?lang=en").body())
                .contains("No canned answers yet", "Add a canned answer")
                .doesNotContain("??");
    }

    @Test
    void addsOneOnceHoweverOftenTheButtonIsPressed() {
        HttpResponse<String> saved = save("Lampu jalan", "Terima kasih. <b>{nomor}</b>", "");
        save("Lampu jalan", "Terima kasih. <b>{nomor}</b>", "");

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue(PAGE + "?kabar=disimpan");
        assertThat(officer.open(PAGE + "?kabar=disimpan").body())
                .contains("Jawaban baku disimpan.", "Terima kasih. &lt;b&gt;{nomor}&lt;/b&gt;")
                .doesNotContain("Belum ada jawaban baku");
        assertThat(answers.of("D.33.74")).hasSize(1);
        assertThat(answers.of("D.33")).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        HttpResponse<String> refused = save(" ", "Isi saja", "");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Belum disimpan", "judul-error-" + ID, "Isi saja</textarea>")
                .doesNotContain("isi-error-", "??");
        assertThat(answers.of("D.33.74")).isEmpty();
    }

    @Test
    void changesOneUnlessAnotherOfficerWasQuicker() {
        save("Lampu", "Pertama", "");
        String version = version();
        assertThat(save("Lampu", "Kedua", version).statusCode()).isEqualTo(303);
        assertThat(answers.find("D.33.74", ID).orElseThrow().text()).isEqualTo("Kedua");

        HttpResponse<String> late = save("Lampu", "Ketiga", "2020-01-01T00:00:00Z");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("petugas lain baru saja mengubahnya", "Ketiga</textarea>", ">Kedua</p>");
        assertThat(answers.find("D.33.74", ID).orElseThrow().text()).isEqualTo("Kedua");
    }

    @Test
    void deletesOneAndPutsItBack() {
        save("Lampu", "Isi lampu", "");

        HttpResponse<String> deleted = officer.submit(PAGE + "/hapus", Map.of("id", ID));

        assertThat(deleted.body()).contains("“Lampu” dihapus.", "name=\"kembalikan\"", "Belum ada jawaban baku");
        assertThat(answers.of("D.33.74")).isEmpty();
        assertThat(officer.submit(PAGE, Map.of("id", ID, "judul", "Lampu", "isi", "Isi lampu", "kembalikan", "1"))
                        .headers()
                        .firstValue("Location"))
                .hasValue(PAGE + "?kabar=dikembalikan");
        assertThat(answers.find("D.33.74", ID).orElseThrow().text()).isEqualTo("Isi lampu");
        assertThat(officer.open(PAGE + "/hapus").statusCode()).isEqualTo(303);
    }

    @Test
    void hasAtMostFifty() {
        for (int i = 0; i < OwnCannedAnswerIndex.MAX_ANSWERS; i++) {
            officer.submit(
                    PAGE,
                    Map.of("id", "00000000-0000-0000-0000-0000000000" + (10 + i), "judul", "Nomor " + i, "isi", "Isi"));
        }

        HttpResponse<String> refused = save("Satu lagi", "Isi", "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("sudah ada 50", "value=\"Satu lagi\"");
    }

    @Test
    void aDeskOfAnotherInstitutionSeesNothingAndAnOfficerOfAUnitReadsOnly() {
        save("Lampu", "Isi lampu", "");
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("unit-officer@D.33.74/Dinas Xyzzy"));
        assertThat(officer.open(PAGE).body())
                .contains("Isi lampu")
                .doesNotContain("Ya, hapus", "Tambah jawaban baku", "name=\"judul\"");
        assertThat(save("Lampu", "Lain", version()).statusCode()).isEqualTo(403);
        assertThat(officer.submit(PAGE + "/hapus", Map.of("id", ID)).statusCode())
                .isEqualTo(403);

        PortalTestConfiguration.grants = List.of(RoleGrant.parse("institution-admin@D.33.74"));
        assertThat(officer.open(PAGE).body()).contains("Ya, hapus").doesNotContain("case-nav");

        for (String stranger : List.of("liaison-officer@D.33.72", "national-desk", "province-oversight@P.33")) {
            PortalTestConfiguration.grants = List.of(RoleGrant.parse(stranger));
            assertThat(officer.open(PAGE).statusCode()).as(stranger).isEqualTo(403);
        }
        assertThat(answers.find("D.33.74", ID).orElseThrow().text()).isEqualTo("Isi lampu");
    }

    @Test
    void anOfficerBeginsAnAnswerWithIt() {
        save("Lampu jalan", "Laporan {nomor} sudah ditangani {instansi} pada {tanggal perbaikan}.", "");
        SampleComplaintEvents shown = new SampleComplaintEvents("canned-own");
        deliver(
                shown.confidential(),
                shown.routed(SampleComplaintEvents.SEMARANG),
                shown.deadlineSet(SlaClockType.INSTITUTION_VERIFICATION, Duration.ofDays(2)));
        ROUTING.respondWith(new StubAgencyApi().with(shown.id(), "Lampu padam", ""));

        assertThat(officer.open(INBOX + "/" + shown.id()).body())
                .contains(
                        "<optgroup label=\"Pemerintah Kota Semarang\"><option value=\"sendiri:" + ID + "\"",
                        "Atur jawaban baku instansi");
        assertThat(officer.submit(
                                INBOX + "/" + shown.id() + "/jawab",
                                Map.of("siapkan", "1", "contoh", "sendiri:" + ID, "answer", ""))
                        .body())
                .contains("Laporan " + shown.id()
                        + " sudah ditangani Pemerintah Kota Semarang pada {tanggal perbaikan}.</textarea>");
    }

    private String version() {
        Matcher version = VERSION.matcher(officer.open(PAGE).body());
        return version.find() ? version.group(1) : "";
    }

    private HttpResponse<String> save(String title, String text, String version) {
        Map<String, String> form = new HashMap<>(Map.of("id", ID, "judul", title, "isi", text, "versi", version));
        return officer.submit(PAGE, form);
    }
}
