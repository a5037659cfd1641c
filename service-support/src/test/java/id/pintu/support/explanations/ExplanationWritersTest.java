package id.pintu.support.explanations;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.InstitutionRef;
import id.pintu.events.ReasonFact;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.events.RoutingReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins the exact texts. The facts of a row are separated by bars. */
class ExplanationWritersTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final InstitutionRef SEMARANG = new InstitutionRef("D.33.74", "Pemerintah Kota Semarang", WIB);
    private static final InstitutionRef ACEH = new InstitutionRef("P.11", "Pemerintah Aceh", WIB);
    private static final InstitutionRef PLN = new InstitutionRef("B.PLN", "PT PLN (Persero)", WIB);

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', textBlock = """
            jalan-kota	topic=Jalan kota|law=UU 38/2004|place=33.74|place-name=Kota Semarang	Diteruskan ke Pemerintah Kota Semarang (Dinas PU), karena laporan ini mengenai “Jalan kota” di Kota Semarang. Dasar hukum: UU 38/2004.	Sent to Pemerintah Kota Semarang (Dinas PU), because the report is about “Jalan kota” in Kota Semarang. Legal basis: UU 38/2004.
            weighed-evidence	place=unknown	Diteruskan ke Pemerintah Kota Semarang (Dinas PU), karena isi laporan paling cocok dengan tugasnya.	Sent to Pemerintah Kota Semarang (Dinas PU), because the report fits its duties best.
            wished-institution	wished=D.33.74|place=unknown	Diteruskan ke Pemerintah Kota Semarang (Dinas PU), karena Pelapor menujukannya ke sana.	Sent to Pemerintah Kota Semarang (Dinas PU), because its reporter addressed it there.
            sms-keyword	keyword=KOTA SEMARANG|place-name=Kota Semarang	Diteruskan ke Pemerintah Kota Semarang (Dinas PU), karena SMS-nya dimulai dengan kata kunci KOTA SEMARANG.	Sent to Pemerintah Kota Semarang (Dinas PU), because the SMS begins with the keyword KOTA SEMARANG.
            national-desk-decision	-	Diteruskan ke Pemerintah Kota Semarang (Dinas PU), karena Administrator Nasional menetapkannya.	Sent to Pemerintah Kota Semarang (Dinas PU), because the national desk decided so.
            ruling	ruling=7	Diteruskan ke Pemerintah Kota Semarang (Dinas PU), karena Administrator Nasional memutus bahwa instansi inilah yang berwenang.	Sent to Pemerintah Kota Semarang (Dinas PU), because the national desk ruled that it is responsible.
            part	part-of=K7QX-AAAA-AAAA-A|about=Jalan kota	Diteruskan ke Pemerintah Kota Semarang (Dinas PU), karena sebagian dari laporan K7QX-AAAA-AAAA-A menjadi wewenangnya: “Jalan kota”.	Sent to Pemerintah Kota Semarang (Dinas PU), because a part of report K7QX-AAAA-AAAA-A is its responsibility: “Jalan kota”.
            """)
    void explainsAnAssignmentToACitizen(String rule, String facts, String indonesian, String english) {
        ComplaintRouted routed = routed(SEMARANG, Optional.of("Dinas PU"), 1, reason(rule, facts));
        assertThat(CitizenExplanationWriter.of(routed)).isEqualTo(new BilingualText(indonesian, english));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', textBlock = """
            national-desk	place=unknown|topic=unknown	Diperiksa Administrator Nasional, karena urusan dan tempatnya belum jelas dari laporan ini.	With the national desk, because neither the subject nor the place is clear from the report.
            national-desk	place=unknown|topic=Jalan kota	Diperiksa Administrator Nasional, karena tempatnya belum jelas dari laporan ini.	With the national desk, because the place is not clear from the report.
            national-desk	place=33.74|topic=unknown	Diperiksa Administrator Nasional, karena urusannya belum jelas dari laporan ini.	With the national desk, because the subject is not clear from the report.
            national-desk	place=33.74|topic=Jalan kota	Diperiksa Administrator Nasional, karena lebih dari satu instansi mungkin berwenang.	With the national desk, because more than one institution may be responsible.
            national-desk	not-connected=P.11|place=11.01|topic=Jalan kota	Diperiksa Administrator Nasional, karena instansi yang berwenang belum dapat menerima laporan.	With the national desk, because the institution responsible cannot take reports yet.
            arbiter	refused-by=D.33.74	Diperiksa Administrator Nasional, karena instansi berbeda pendapat tentang siapa yang berwenang.	With the national desk, because institutions do not agree who is responsible.
            part-returned	-	Diperiksa Administrator Nasional, karena instansi yang menerima bagian laporan ini menyatakan bukan wewenangnya.	With the national desk, because the institution that had this part said that it is not responsible.
            archive-contested	-	Diperiksa Administrator Nasional, karena Pelapor meminta laporan ini diperiksa sekali lagi.	With the national desk, because its reporter asked to have it looked at again.
            """)
    void explainsToACitizenWhyTheDeskIsResponsible(String rule, String facts, String indonesian, String english) {
        ComplaintHeldForDesk held = new ComplaintHeldForDesk(stamp(ComplaintHeldForDesk.class), reason(rule, facts));
        assertThat(CitizenExplanationWriter.of(held)).isEqualTo(new BilingualText(indonesian, english));
    }

    @Test
    void explainsAMapPointByTheNearestKnownPlace() {
        RoutingReason reason = reason(
                "jalan-kota",
                "topic=Jalan kota|place=33.74|place-name=Kota Semarang|place-words=GPS|point-near=Genuk|point-km=3");
        assertThat(CitizenExplanationWriter.of(routed(SEMARANG, Optional.empty(), 1, reason)))
                .isEqualTo(new BilingualText(
                        "Diteruskan ke Pemerintah Kota Semarang, karena laporan ini mengenai “Jalan kota” di Kota"
                                + " Semarang. Tempat terdekat yang kami kenal dari titik yang dikirim: Genuk,"
                                + " kira-kira 3 km.",
                        "Sent to Pemerintah Kota Semarang, because the report is about “Jalan kota” in Kota"
                                + " Semarang. The nearest place we know to the point that was sent: Genuk,"
                                + " about 3 km."));
        assertThat(CitizenExplanationWriter.of(new ComplaintHeldForDesk(
                                stamp(ComplaintHeldForDesk.class),
                                reason("national-desk", "place=unknown|point=ignored|point-km=9112")))
                        .id())
                .endsWith("Titik yang dikirim tidak dipakai: tempat terdekat yang kami kenal 9112 km jauhnya.");
    }

    @Test
    void explainsTheFallbackToTheProvince() {
        RoutingReason reason = reason(
                "jalan-kota-province",
                "not-connected=D.11.01|instead-of=Pemerintah Kabupaten Aceh Selatan|place=11.01"
                        + "|place-name=Kabupaten Aceh Selatan|topic=Jalan kota");
        assertThat(CitizenExplanationWriter.of(routed(ACEH, Optional.empty(), 1, reason))
                        .id())
                .isEqualTo("Diteruskan ke Pemerintah Aceh, karena laporan ini mengenai “Jalan kota”"
                        + " di Kabupaten Aceh Selatan. Pemerintah Kabupaten Aceh Selatan belum terhubung,"
                        + " maka provinsinya yang menerima.");
        assertThat(OfficerExplanationWriter.of(reason).id()).endsWith("Jalur: D.11.01 belum terhubung.");
    }

    @Test
    void anUnavailableWishedInstitutionIsNotAFallbackToTheProvince() {
        RoutingReason reason = reason("listrik", "wished=B.X|not-active=B.X|instead-of=PT X|topic=Listrik|place=33.74");
        assertThat(CitizenExplanationWriter.of(routed(PLN, Optional.empty(), 1, reason))
                        .en())
                .isEqualTo("Sent to PT PLN (Persero), because the report is about “Listrik”."
                        + " PT X has not acted on reports for a long time.");
    }

    @Test
    void explainsAReturnAndAPrecedent() {
        RoutingReason reason = reason("listrik", "topic=Listrik|precedent=K7QX-AAAA-AAAA-A|not=D.33.74");
        assertThat(CitizenExplanationWriter.of(routed(PLN, Optional.empty(), 2, reason))
                        .id())
                .endsWith("Instansi sebelumnya menyatakan laporan ini bukan wewenangnya."
                        + " Putusan sebelumnya dalam perkara yang sama menetapkan demikian.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', textBlock = """
            ruling	ruling=7|grounds=Jalan provinsi, 100 %	Putusan arbiter. Pertimbangan: “Jalan provinsi, 100 %”.	Ruling of the arbiter. Grounds: “Jalan provinsi, 100 %”.
            suggested-by-institution	suggested-by=K.PU	Ditunjuk instansi sebelumnya. Jalur: K.PU menunjuk instansi ini.	Named by the institution before. Path: K.PU named this institution.
            national-desk-decision	-	Keputusan Administrator Nasional.	Decided by the national desk.
            arbiter	refused-by=K.PU	Instansi berbeda pendapat. Jalur: K.PU menyatakan bukan wewenangnya.	Institutions do not agree. Path: K.PU said it is not theirs.
            jalan-kota	-	Aturan: jalan-kota.	Rule: jalan-kota.
            jalan-kota-province	not-connected=D.33.74	Aturan: jalan-kota. Jalur: D.33.74 belum terhubung.	Rule: jalan-kota. Path: D.33.74 not connected.
            """)
    void explainsToAnOfficerWhichRuleOrWhoDecided(String rule, String facts, String indonesian, String english) {
        assertThat(OfficerExplanationWriter.of(reason(rule, facts))).isEqualTo(new BilingualText(indonesian, english));
    }

    @Test
    void namesEveryDecisionThatNoRuleMade() {
        assertThat(RoutingReason.RESERVED_NAMES)
                .allSatisfy(name -> assertThat(
                                OfficerExplanationWriter.of(reason(name, "-")).id())
                        .doesNotContain(name, "Aturan"));
    }

    @Test
    void explainsTheOversightOfAnInstitutionsOwnOfficers() {
        RoutingReason reason = reason(
                "wished-institution",
                "wished=D.33.74|own-officers=pungutan liar|overseer=Pemerintah Provinsi Jawa Tengah");
        assertThat(CitizenExplanationWriter.of(routed(SEMARANG, Optional.empty(), 1, reason)))
                .isEqualTo(new BilingualText(
                        "Diteruskan ke Pemerintah Kota Semarang, karena Pelapor menujukannya ke sana. Karena menyangkut"
                                + " petugasnya sendiri, laporan ini juga diteruskan ke Pemerintah Provinsi Jawa Tengah"
                                + " sebagai pengawasnya.",
                        "Sent to Pemerintah Kota Semarang, because its reporter addressed it there. As it is about its"
                                + " own officers, the report also went to Pemerintah Provinsi Jawa Tengah, which watches"
                                + " over them."));
        assertThat(OfficerExplanationWriter.of(reason).id())
                .endsWith("Menyangkut petugas instansi sendiri (pungutan liar): diteruskan pula ke Pemerintah"
                        + " Provinsi Jawa Tengah.");
        assertThat(OfficerExplanationWriter.of(reason("national-desk", "own-officers=pungutan liar"))
                        .id())
                .endsWith("Menyangkut petugas instansi sendiri (pungutan liar): pengawas instansi yang dipilih menerima"
                        + " pula, jika ada.");
        assertThat(OfficerExplanationWriter.of(reason("jalan-desa", "own-officers=pungutan liar"))
                        .id())
                .endsWith("Menyangkut petugas instansi sendiri (pungutan liar): tidak tercatat siapa pengawasnya.");
    }

    @Test
    void explainsAllEvidenceToAnOfficer() {
        RoutingReason reason = new RoutingReason(
                "jalan-kota",
                facts(
                        "wished=unknown",
                        "refused-by=K.PU",
                        "place=33.74",
                        "place-name=Kota Semarang",
                        "place-words=semarang,smg",
                        "topic=Jalan kota",
                        "words=jalan,berlubang",
                        "law=UU 38/2004"),
                Optional.of(new RoutingAssessment(
                        0.934,
                        "edition-3",
                        List.of(
                                new InstitutionLikelihood("K.PU", "Kementerian PU", 0),
                                new InstitutionLikelihood("P.33", "Jawa Tengah", 0.25)))));
        assertThat(OfficerExplanationWriter.of(reason))
                .isEqualTo(new BilingualText(
                        "Aturan: jalan-kota (buku aturan edition-3), dasar hukum: UU 38/2004."
                                + " Urusan: Jalan kota (kata: jalan, berlubang)."
                                + " Tempat: Kota Semarang [33.74] (kata: semarang, smg). Keyakinan: 93 %."
                                + " Kemungkinan lain: 1. Kementerian PU [K.PU]; 2. Jawa Tengah [P.33] 25 %."
                                + " Jalur: K.PU menyatakan bukan wewenangnya.",
                        "Rule: jalan-kota (rule book edition-3), legal basis: UU 38/2004."
                                + " Subject: Jalan kota (words: jalan, berlubang)."
                                + " Place: Kota Semarang [33.74] (words: semarang, smg). Confidence: 93 %."
                                + " Others it could be: 1. Kementerian PU [K.PU]; 2. Jawa Tengah [P.33] 25 %."
                                + " Path: K.PU said it is not theirs."));
    }

    @Test
    void listsCandidatesForTheDesk() {
        RoutingReason reason = new RoutingReason(
                RoutingReason.NATIONAL_DESK,
                facts("place=unknown", "topic=unknown"),
                Optional.of(new RoutingAssessment(
                        0.62,
                        "edition-3",
                        List.of(
                                new InstitutionLikelihood("D.32.73", "Kota Bandung", 0.62),
                                new InstitutionLikelihood("D.32.04", "Kabupaten Bandung", 0.114)))));
        assertThat(OfficerExplanationWriter.of(reason).id())
                .endsWith("Yang mungkin berwenang: 1. Kota Bandung [D.32.73] 62 %;"
                        + " 2. Kabupaten Bandung [D.32.04] 11 %.")
                .doesNotContain("Keyakinan");
    }

    @Property
    void anyReasonCanBeExplained(@ForAll String rule, @ForAll List<String> facts) {
        RoutingReason reason = new RoutingReason(rule, facts(facts.toArray(new String[0])));
        BilingualText explanation = CitizenExplanationWriter.of(routed(SEMARANG, Optional.empty(), 1, reason));
        assertThat(explanation.in(Locale.of("id"))).startsWith("Diteruskan ke Pemerintah Kota Semarang, karena ");
        assertThat(explanation.in(Locale.ENGLISH)).startsWith("Sent to Pemerintah Kota Semarang, because ");
        assertThat(OfficerExplanationWriter.of(reason).id()).startsWith("Aturan: " + rule);
    }

    private static RoutingReason reason(String rule, String facts) {
        return new RoutingReason(rule, facts(facts.split("\\|")));
    }

    private static List<ReasonFact> facts(String... texts) {
        return Stream.of(texts).map(ReasonFact::new).toList();
    }

    private static ComplaintRouted routed(
            InstitutionRef institution, Optional<String> unit, int assignment, RoutingReason reason) {
        return new ComplaintRouted(stamp(ComplaintRouted.class), institution, unit, assignment, reason);
    }

    private static EventMetadata stamp(Class<? extends id.pintu.events.ComplaintEvent> type) {
        return EventMetadata.of(ComplaintId.of(new byte[16]), new UUID(1, 2), type, Instant.EPOCH);
    }
}
