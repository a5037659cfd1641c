package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.events.ReasonFact;
import id.pintu.events.SubmittedReport;
import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.SampleReports;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverseerAssignmentRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final BundledTablesLoader TABLES = new BundledTablesLoader();
    private static final ComplaintRouter ROUTER =
            new ComplaintRouter(TABLES.knowledge(), LearnedRoutingModel.untrained());

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada pungli saat mengurus KTP di kelurahan               | D.33.74       | D.33.74+P.33",
                "Oknum petugas kelurahan meminta uang rokok              | D.33.74       | D.33.74+P.33",
                "Petugas loket sangat tidak ramah kepada warga           | D.33.74       | D.33.74+P.33",
                "Pelayanan pilih kasih, petugas mendahulukan kenalannya  | D.33.74       | D.33.74+P.33",
                "Pejabat menyalahgunakan wewenang                        | P.33          | P.33+K.DAGRI",
                "Saya dibentak petugas                                   | K.HUB         | K.HUB+L.ORI",
                "Pegawai bank judes sekali                               | B.BRI         | B.BRI+L.ORI",
                "Oknum polisi minta uang                                 | L.POLRI       | L.POLRI+L.KOMPOLNAS",
                "Petugas meteran kasar                                   | U.TRANSJAKARTA | U.TRANSJAKARTA+P.31",
                // already the overseeing institution
                "Ada pungli di kelurahan                                 | L.ORI         | L.ORI",
                // not about officers
                "Jalan rusak, petugas belum datang                       | D.33.74       | D.33.74",
                "Pungli oleh preman di pasar                             | D.33.74       | D.33.74",
                "Oknum debt collector kasar                              | L.OJK         | L.OJK",
                "Terima kasih, petugasnya ramah                          | D.33.74       | D.33.74"
            })
    void givesAPartToTheOverseerForAReportAboutOwnOfficers(String text, String wished, String places) {
        assertThat(places(ROUTER.decide(wishing(text, wished), Set.of(), DAY))).isEqualTo(places);
    }

    @Test
    void explainsThePartForOversightWithLawAndWords() {
        RoutingDecision decision = ROUTER.decide(wishing("Ada pungli di kelurahan", "D.33.74"), Set.of(), DAY);

        assertThat(decision.reason().facts())
                .extracting(ReasonFact::text)
                .contains("own-officers=pungutan liar", "overseer=Pemerintah Provinsi Jawa Tengah");
        assertThat(decision)
                .isInstanceOfSatisfying(
                        AssignToSeveral.class,
                        several -> assertThat(several.parts().getLast().reason().facts())
                                .extracting(ReasonFact::text)
                                .containsExactly(
                                        "watched=D.33.74",
                                        "topic=pengawasan atas petugas Pemerintah Kota Semarang (pungutan liar)",
                                        "words=pungli",
                                        "law=Perpres 87/2016; UU 25/2009 ps. 34; UU 23/2014 ps. 373; PP 12/2017"));
    }

    @Test
    void treatsASupervisoryComplaintThatNamesOfficersAsAboutThem() {
        SubmittedReport report = new SubmittedReport(
                IntakeChannel.WEB,
                ComplaintKind.SUPERVISORY_COMPLAINT,
                "",
                "Berkas saya dihilangkan petugas",
                ReportedLocation.UNKNOWN,
                Optional.of("D.33.74"),
                Optional.empty(),
                Optional.empty(),
                SubmittedReport.ReportPrivacySettings.OPEN);
        assertThat(places(ROUTER.decide(report, Set.of(), DAY))).isEqualTo("D.33.74+P.33");
    }

    @Test
    void takesTheNextOverseerWhenTheFirstIsUnavailable() {
        ComplaintRouter provinceless =
                new ComplaintRouter(TABLES.knowledge(TABLES.registry(Set.of("P.33"))), LearnedRoutingModel.untrained());
        assertThat(places(provinceless.decide(wishing("Ada pungli di kelurahan", "D.33.74"), Set.of(), DAY)))
                .isEqualTo("D.33.74+K.DAGRI");
    }

    @Test
    void notesOfficersForTheDeskWhenHeld() {
        assertThat(ROUTER.decide(SampleReports.withText("Oknum petugas tidak jelas"), Set.of(), DAY))
                .isInstanceOfSatisfying(
                        Hold.class,
                        hold -> assertThat(hold.reason().facts())
                                .extracting(ReasonFact::text)
                                .contains("own-officers=perbuatan oknum petugas"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Mohon Dishub menertibkan                  | D.33.74 | Dinas Perhubungan",
                "Antre lama di Disdukcapil                 | D.33.74 | Dinas Kependudukan dan Pencatatan Sipil",
                "Kepala Dinas Pendidikan belum menjawab    | P.33    | Dinas Pendidikan",
                "Camat tidak menanggapi                    | D.33.74 | Kantor Kecamatan",
                "Kecamatan Genuk banjir lagi               | D.33.74 | -",
                "Jalan di depan Puskesmas berlubang        | D.33.74 | -",
                "Dishub dan Satpol PP saling tunggu        | D.33.74 | -",
                "Kantor Dinas Kehutanan tutup              | D.33.74 | -",
                "Mohon Dishub menertibkan                  | K.HUB   | -"
            })
    void namesTheUnitThatTheReportNames(String text, String wished, String unit) {
        assertThat(ROUTER.decide(wishing(text, wished), Set.of(), DAY))
                .isInstanceOfSatisfying(
                        Assign.class,
                        assign -> assertThat(assign.unit().orElse("-")).isEqualTo(unit));
    }

    @Test
    void prefersTheUnitOfTheRuleToAUnitThatIsMentioned() {
        SubmittedReport report = SampleReports.report(
                IntakeChannel.WEB,
                "Jalan rusak parah, Dishub sudah tahu",
                SampleReports.placeIn("33.74"),
                Optional.empty());
        assertThat(ROUTER.decide(report, Set.of(), DAY))
                .isInstanceOfSatisfying(
                        Assign.class, assign -> assertThat(assign.unit()).contains("Dinas PUPR"));
    }

    private static SubmittedReport wishing(String text, String institution) {
        return SampleReports.report(IntakeChannel.WEB, text, ReportedLocation.UNKNOWN, Optional.of(institution));
    }

    private static String places(RoutingDecision decision) {
        return switch (decision) {
            case Assign assign -> assign.institution().code();
            case AssignToSeveral several ->
                several.parts().stream().map(part -> part.institution().code()).collect(Collectors.joining("+"));
            case Hold hold -> "desk";
        };
    }
}
