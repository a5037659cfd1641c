package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.portal.StubHttpService.RecordedRequest;
import id.pintu.support.accounts.RoleGrant;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the inbox's pages over HTTP, without script: every button is a plain form. */
class InboxPageTest extends AbstractPortalTest {

    private static final String INBOX = "/instansi/D.33.74";

    private final StubAgencyApi routing = new StubAgencyApi();

    @SuppressWarnings("NullAway.Init")
    private DeskTestOfficer officer;

    @BeforeEach
    void signIn() {
        ROUTING.respondWith(routing);
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("liaison-officer@D.33.74"));
        officer = officer();
        officer.signIn();
    }

    @Test
    void leadsToTheInboxOfTheOnlyInstitutionAndOffersAChoiceAmongSeveral() {
        assertThat(officer.open("/instansi").headers().firstValue("Location")).hasValue(INBOX);

        PortalTestConfiguration.grants =
                List.of(RoleGrant.parse("liaison-officer@D.33.74"), RoleGrant.parse("liaison-officer@K.PU"));
        assertThat(officer.open("/instansi").body())
                .contains("Pemerintah Kota Semarang", "Kementerian Pekerjaan Umum", "href=\"/instansi/K.PU?lang=id\"");
    }

    @Test
    void showsNothingToOfficersWithoutARoleThere() {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("national-desk"));
        assertThat(officer.open(INBOX).statusCode()).isEqualTo(403);
        assertThat(officer.open("/instansi").body()).contains("tidak memiliki peran");
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("liaison-officer@D.33.72"));
        assertThat(officer.open(INBOX).statusCode()).isEqualTo(403);
        assertThat(officer.open(INBOX + "/" + complaint("page-denied").id()).statusCode())
                .isEqualTo(403);
        assertThat(browser().open(INBOX).body()).contains("id=\"masuk\"", "tujuan=/instansi/D.33.74");
    }

    @Test
    void comesBackToThePageThatAskedToSignIn() {
        DeskTestOfficer other = officer();
        String back = other.comeBackFromAccountService(other.open("/meja/masuk/pintu?tujuan=/instansi/D.33.74"));

        assertThat(other.open(back).headers().firstValue("Location")).hasValue(INBOX);

        DeskTestOfficer astray = officer();
        back = astray.comeBackFromAccountService(astray.open("/meja/masuk/pintu?tujuan=//elsewhere.example"));
        assertThat(astray.open(back).headers().firstValue("Location")).hasValue("/meja");
    }

    @Test
    void listsComplaintsWithTheirDeadlinesInWords() {
        SampleComplaintEvents shown = complaint("page-list");

        String list = opened(INBOX + "?cari=" + shown.id());
        assertThat(list)
                .contains("Pemerintah Kota Semarang", shown.id().value(), "tinggal 2 hari kerja", "Anonim", "Rahasia")
                .doesNotContain("??", "style=\"");
        assertThat(opened(INBOX + "?lang=en&cari=" + shown.id()))
                .contains("2 working days left", "Confidential", "Overdue")
                .doesNotContain("??", "hari kerja");
        assertThat(opened(INBOX + "?cari=zebra"))
                .contains("Tidak ada yang cocok")
                .doesNotContain("??");
    }

    @Test
    void showsAComplaintWithItsConversationDeadlinesAndReasons() {
        SampleComplaintEvents shown = complaint("page-case");
        routing.with(shown.id(), "Lampu <b>padam", "");
        SLA.respondWith(200, """
                [{"clock": "institution-verification", "derivation": {"letter": ["Diterima / received: Selasa"]}}]""");

        assertThat(opened(INBOX + "/" + shown.id()))
                .contains(
                        "Lampu &lt;b&gt;padam",
                        "Depan &lt;b&gt;sekolah",
                        "Di sebelah mana?",
                        "geo:-6.980000,110.410000")
                .contains("Jalan kota adalah wewenang kota.", "Diterima / received: Selasa", "3 hari kerja sejak")
                .contains(
                        "Benar wewenang kami", "Disposisi ke unit kerja", "Bukan wewenang kami", "Jawab dan selesaikan")
                .doesNotContain("??", "style=\"", "Tulis catatan internal", "Minta perpanjangan");
        assertThat(opened(INBOX + "/" + shown.id() + "?lang=en"))
                .contains("It is ours: verify", "City roads belong to the city.", "3 working days since")
                .doesNotContain("??", "hari kerja sejak", "Tindakan");
    }

    @Test
    void anOfficerOfAUnitIsOfferedWhatUnitsMayDo() {
        SampleComplaintEvents shown = complaint("page-unit");
        deliver(shown.unitAssigned());
        routing.with(shown.id(), "Lampu", "");
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("unit-officer@D.33.74/Dinas Xyzzy"));

        assertThat(opened(INBOX + "/" + shown.id()))
                .contains("Tanya pelapor", "Jawab dan selesaikan")
                .doesNotContain("Benar wewenang kami", "Bukan wewenang kami", "Disposisi ke unit");
    }

    @Test
    void sendsAnActWithTheOfficersTokenAndComesBackToThePage() {
        SampleComplaintEvents shown = shownComplaint("page-act", "");
        HttpResponse<String> done = officer.submit(
                INBOX + "/" + shown.id() + "/jawab", form(Map.of("answer", " Sudah diganti. ", "daftar", "new")));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location"))
                .hasValue(INBOX + "/" + shown.id() + "?daftar=new&kabar=jawab");
        RecordedRequest act = act();
        assertThat(act.path()).isEqualTo("/v1/agencies/D.33.74/complaints/" + shown.id() + "/resolve");
        assertThat(act.body()).isEqualTo("{\"answer\":\"Sudah diganti.\"}");
        assertThat(act.authorization()).isEqualTo("Bearer " + StubDeskApi.KEY);
        assertThat(opened(INBOX + "/" + shown.id() + "?kabar=jawab")).contains("Jawaban akhir dicatat");
    }

    @Test
    void fillsInACannedAnswerAndRefusesOneWithAPlaceholderLeft() {
        SampleComplaintEvents shown = shownComplaint("page-canned", "");
        String address = INBOX + "/" + shown.id() + "/jawab";

        HttpResponse<String> filled =
                officer.submit(address, form(Map.of("siapkan", "1", "contoh", "sudah-diperbaiki", "answer", "")));
        assertThat(filled.statusCode()).isEqualTo(200);
        assertThat(filled.body()).contains("laporan Anda nomor " + shown.id(), "{tanggal perbaikan}");

        HttpResponse<String> refused =
                officer.submit(address, form(Map.of("answer", "Selesai pada {tanggal perbaikan}.")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("kurung kurawal", "jawab-error", "Selesai pada {tanggal perbaikan}.");
        assertThat(acts()).isEmpty();
    }

    @Test
    void showsWhatWasTypedAndWhatIsNewWhenAnotherOfficerWasQuicker() {
        SampleComplaintEvents shown =
                shownComplaint("page-stale", ", \"version\": 7, \"allowedActs\": [\"ask\", \"note\"]");
        Map<String, String> form = form(Map.of("question", "Di mana?", "version", "7", "shown", "2"));
        deliver(shown.verified());
        routing.respondToActsWith(412, "{\"type\": \"urn:pintu:problem:changed-meanwhile\"}");

        HttpResponse<String> stale = officer.submit(INBOX + "/" + shown.id() + "/tanya", form);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains(
                        "Petugas lain lebih cepat", "<li>Terverifikasi oleh Pemerintah Kota Semarang</li>", "Di mana?")
                .contains("name=\"version\" value=\"7\"", "Tulis catatan internal")
                .doesNotContain("Disposisi ke unit kerja");
        assertThat(act().ifMatch()).isEqualTo("\"7\"");
    }

    @Test
    void offersAReturnWhenAnAnswerOnlyPointsElsewhere() {
        SampleComplaintEvents shown = shownComplaint("page-elsewhere", "");
        routing.respondToActsWith(409, """
                {"type": "urn:pintu:problem:closure-points-elsewhere", "suggestedInstitution": "B.PLN"}""");

        HttpResponse<String> offered =
                officer.submit(INBOX + "/" + shown.id() + "/jawab", form(Map.of("answer", "Silakan hubungi PLN")));

        assertThat(offered.statusCode()).isEqualTo(409);
        assertThat(offered.body())
                .contains("hanya menyuruh pelapor ke tempat lain", "<details id=\"kembalikan\" open=\"open\"")
                .contains("name=\"suggested\" value=\"B.PLN\"");
    }

    @Test
    void findsTheInstitutionForAReturnByItsName() {
        SampleComplaintEvents shown = shownComplaint("page-return", "");

        String found = officer.submit(
                        INBOX + "/" + shown.id() + "/kembalikan",
                        form(Map.of("cari", "1", "nama", "PLN", "reason", "Tiang listrik")))
                .body();

        assertThat(found).contains("name=\"suggested\" value=\"B.PLN\"", "Tiang listrik</textarea>");
        assertThat(acts()).isEmpty();
    }

    @Test
    void anActThatIsNotCarriedOutYetCanBeUndone() {
        SampleComplaintEvents shown = shownComplaint("page-undo", """
                , "version": 3, "allowedActs": ["resolve"],
                "pending": [{"command": "c-1", "name": "resolve", "executesAt": "2026-03-03T02:00:09Z"}]""");
        assertThat(opened(INBOX + "/" + shown.id()))
                .contains("dapat diurungkan sampai pukul 09.00.09", "9 detik lagi", "name=\"command\" value=\"c-1\"")
                .contains(
                        "<noscript><meta http-equiv=\"refresh\" content=\"12;url=" + INBOX + "/" + shown.id() + "\">");

        HttpResponse<String> undone =
                officer.submit(INBOX + "/" + shown.id() + "/urungkan", form(Map.of("command", "c-1")));

        assertThat(undone.headers().firstValue("Location").orElseThrow()).endsWith("kabar=diurungkan");
        assertThat(act().method()).isEqualTo("DELETE");
        assertThat(act().path()).endsWith("/pending/c-1");
    }

    /** The page would be loaded again, and what was typed be lost. */
    @Test
    void aPageWithSomethingTypedIsNotLoadedAgainByItself() {
        SampleComplaintEvents shown = shownComplaint("page-undo-typed", """
                , "version": 3, "allowedActs": ["ask"],
                "pending": [{"command": "c-1", "name": "ask", "executesAt": "2026-03-03T02:00:09Z"}]""");
        routing.respondToActsWith(412, "{}");

        String again = officer.submit(INBOX + "/" + shown.id() + "/tanya", form(Map.of("question", "Di mana?")))
                .body();

        assertThat(again).contains("Di mana?", "sampai pukul 09.00.09").doesNotContain("http-equiv", "undo-window");
        assertThat(opened(INBOX + "/" + shownComplaint("page-nothing-waits", "").id()))
                .doesNotContain("http-equiv");
    }

    @Test
    void offersColleaguesByNameThoseOfTheUnitFirstAndNobodyWhoCouldNotOpenIt() {
        SampleComplaintEvents shown = complaint("page-colleagues");
        deliver(shown.unitAssigned());
        routing.with(shown.id(), "Lampu", ", \"version\": 3, \"allowedActs\": [\"assign-person\"]");
        String page = opened(INBOX + "/" + shown.id());

        assertThat(page)
                .contains(
                        "<optgroup label=\"Dinas Xyzzy\"><option value=\"officer-4\">Budi &lt;Unit&gt;</option></optgroup>",
                        "<optgroup label=\"Semua unit\"><option value=\"officer-3\">Wahyu</option></optgroup>",
                        "value=\"an-officer\" class=\"secondary\">Saya tangani")
                .doesNotContain("Agus", "Candra Admin", "Ani Sendiri", "Lepaskan");
        assertThat(page.indexOf("officer-4")).isLessThan(page.indexOf("officer-3"));
        assertThat(opened(INBOX + "/" + shown.id() + "?lang=en")).contains("Hand over", "label=\"All units\"");

        officer.submit(INBOX + "/" + shown.id() + "/petugas", form(Map.of("account", "officer-4")));
        assertThat(act().path()).endsWith("/assign-person");
        assertThat(act().body()).isEqualTo("{\"account\":\"officer-4\"}");
    }

    @Test
    void showsWhoHasItInHandByName() {
        SampleComplaintEvents shown = shownComplaint("page-assignee", """
                , "version": 3, "assignee": "officer-3", "allowedActs": ["assign-person"]""");

        assertThat(opened(INBOX + "/" + shown.id()))
                .contains("<dd>Wahyu</dd>", "Lepaskan")
                .doesNotContain("<option value=\"officer-3\"");
    }

    @Test
    void worksWithoutNamesWhileAccountServiceDoesNotAnswer() {
        ACCOUNTS.failForNames();
        SampleComplaintEvents shown = shownComplaint("page-nameless", """
                , "version": 3, "assignee": "officer-3", "allowedActs": ["assign-person"]""");

        assertThat(opened(INBOX + "/" + shown.id()))
                .contains("<dd>seorang petugas</dd>", "Nama rekan kerja belum dapat ditampilkan", "Saya tangani")
                .doesNotContain("petugas-account", "officer-3", "??");
    }

    @Test
    void offersTheLikelyUnitsWithReasonsAndThenAllOfTheInstitution() {
        SampleComplaintEvents shown = shownComplaint("page-units", "");

        String page = opened(INBOX + "/" + shown.id());
        assertThat(page)
                .contains("Disebut &lt;dalam&gt; laporan.", "Pilih dari semua unit kerja (4)", "Unit kerja lain")
                .contains(
                        "<option value=\"Dinas Sosial\">", // an officer's, which the registry does not know
                        "<option value=\"Kecamatan Tembalang\">");
        assertThat(page.indexOf("Disebut &lt;dalam&gt;")).isLessThan(page.indexOf("id=\"disposisi-unit\""));
        assertThat(opened(INBOX + "/" + shown.id() + "?lang=en"))
                .contains("Named in the report.", "Choose from all units (4)");
    }

    @Test
    void narrowsAListToAUnitWithTheNumberThatEachHas() {
        for (String seed : List.of("page-narrow-1", "page-narrow-2")) {
            SampleComplaintEvents given = complaint(seed);
            deliver(given.unitAssigned());
        }
        SampleComplaintEvents other = complaint("page-narrow-3");

        String list = opened(INBOX);
        assertThat(list)
                .containsPattern(
                        "unit=Dinas%20Xyzzy\"><span lang=\"id\">Dinas Xyzzy</span> <span class=\"count\">\\d+<");
        assertThat(opened(INBOX + "?unit=Dinas%20Xyzzy"))
                .contains("Hanya laporan pada Dinas Xyzzy", "Tampilkan semua unit")
                .doesNotContain(other.id().value());
        assertThat(opened(INBOX + "?unit=Dinas%20Kosong&lang=en"))
                .containsPattern("Dinas Kosong</span> <span class=\"count\">0<");

        PortalTestConfiguration.grants = List.of(
                RoleGrant.parse("unit-officer@D.33.74/Dinas Xyzzy"),
                RoleGrant.parse("unit-officer@D.33.74/Dinas Lain"));
        assertThat(opened(INBOX))
                .contains("Dinas Lain</span> <span class=\"count\">0<")
                .doesNotContain("Semua unit");
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("unit-officer@D.33.74/Dinas Xyzzy"));
        assertThat(opened(INBOX)).doesNotContain("unit-filter");
    }

    @Test
    void drawsWhereTheReportIsAbout() {
        SampleComplaintEvents shown = shownComplaint("page-map", "");

        assertThat(opened(INBOX + "/" + shown.id()))
                .contains("1,9 km di sebelah barat laut Semarang (Kota Semarang).", "utara di atas", "GeoNames")
                .contains("<svg viewBox=\"0 0 320 220\" role=\"img\"", "geo:-6.980000,110.410000")
                .doesNotContain("??", "style=\"");
        assertThat(opened(INBOX + "/" + shown.id() + "?lang=en"))
                .contains("1.9 km north-west of Semarang (Kota Semarang).", ">N</text>");
    }

    @Test
    void showsTheFiguresAndGivesThemAsATable() {
        SampleComplaintEvents shown = complaint("page-figures");
        deliver(shown.unitAssigned());

        assertThat(opened(INBOX + "/kinerja"))
                .contains("Kinerja instansi", "Maret 2026", "Dinas Xyzzy", "100 %")
                .doesNotContain("??");
        assertThat(opened(INBOX + "/kinerja?lang=en"))
                .contains("March 2026", "By unit")
                .doesNotContain("??");
        assertThat(officer.open(INBOX + "/kinerja.csv").body())
                .startsWith("by,name,received,")
                .contains("month,2026-03,", "unit,Dinas Xyzzy,");
    }

    @Test
    void tellsThatAComplaintIsNotHereAnyMore() {
        HttpResponse<String> gone = officer.open(INBOX + "/" + new SampleComplaintEvents("page-gone").id());

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("tidak ada pada instansi").doesNotContain("??");
        assertThat(officer.open(INBOX + "/bukan-nomor").statusCode()).isEqualTo(404);
    }

    @Test
    void asksToSignInAgainAndKeepsWhatWasTypedWhenTheSignInHasEnded() {
        SampleComplaintEvents shown = shownComplaint("page-ended", "");
        routing.respondToActsWith(401, "{}");

        HttpResponse<String> ended =
                officer.submit(INBOX + "/" + shown.id() + "/tindak-lanjut", form(Map.of("text", "Petugas berangkat")));

        assertThat(ended.statusCode()).isEqualTo(403);
        assertThat(ended.body()).contains("id=\"masuk\"", "Petugas berangkat</textarea>");
    }

    private SampleComplaintEvents shownComplaint(String seed, String more) {
        SampleComplaintEvents shown = complaint(seed);
        routing.with(shown.id(), "Lampu padam", more);
        officer.open(INBOX + "/" + shown.id());
        return shown;
    }

    /** Confidential and anonymous, assigned to Semarang, due on Thursday; the clock stands on Tuesday. */
    private SampleComplaintEvents complaint(String seed) {
        SampleComplaintEvents events = new SampleComplaintEvents(seed);
        deliver(
                events.confidential(),
                events.routed(SampleComplaintEvents.SEMARANG),
                events.deadlineSet(SlaClockType.INSTITUTION_VERIFICATION, Duration.ofDays(2)));
        return events;
    }

    private String opened(String path) {
        HttpResponse<String> page = officer.open(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static Map<String, String> form(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.putIfAbsent("submission", "2c1f1c3e-6b53-4f0c-9d60-1f7c3a8e7b11");
        return form;
    }

    private RecordedRequest act() {
        return acts().getLast();
    }

    private List<RecordedRequest> acts() {
        return ROUTING.requests.stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }
}
