package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.IntakeChannel;
import id.pintu.events.ReasonFact;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.SubmittedReport;
import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.SampleReports;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.registry.InstitutionRegistry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the bundled tables, with an untrained model. */
class ComplaintRouterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final ComplaintRouter ALL_CONNECTED = router(Set.of());

    @ParameterizedTest(name = "wished {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "D.33.74                  | 31.71 | D.33.74",
                "Pemerintah Kota Semarang | 31.71 | D.33.74",
                "KEMENDAGRI               |       | K.DAGRI",
                "' kemendagri '           |       | K.DAGRI",
            })
    void routesToTheWishedInstitutionFirst(String wished, @Nullable String place, String code) {
        decides(
                SampleReports.report(IntakeChannel.WEB, "jalan rusak", in(place), Optional.of(wished)),
                "wished-institution",
                code);
    }

    @Test
    void notesAndIgnoresAnUnknownWish() {
        SubmittedReport report = SampleReports.report(
                IntakeChannel.WEB, "jalan rusak", SampleReports.placeIn("33.74"), Optional.of("Dinas Anu"));

        RoutingDecision decision = decides(report, "jalan-kabupaten", "D.33.74");
        assertThat(decision.reason().facts())
                .extracting(ReasonFact::text)
                .contains("wished=unknown")
                .doesNotContain("Dinas Anu");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "KAB. NGANJUK jalan rusak         | sms-keyword   | D.35.18",
                "kab. nganjuk jalan rusak         | sms-keyword   | D.35.18",
                "'KAB.  NGANJUK\njalan rusak'     | sms-keyword   | D.35.18",
                "LAPORKALTARA jalan rusak         | sms-keyword   | P.65",
                "TANGKAB di Kota Semarang         | sms-keyword   | D.36.03",
                "KUMHAM notaris                   | sms-keyword   | K.HUKUM",
                "LAPORKALTARAX jalan rusak        | national-desk | -",
                "jalan rusak LAPORKALTARA         | national-desk | -",
            })
    void routesAnSmsByItsKeyword(String text, String rule, String code) {
        decides(SampleReports.report(IntakeChannel.SMS, text, ReportedLocation.UNKNOWN, Optional.empty()), rule, code);
    }

    @Test
    void ignoresKeywordsOutsideSms() {
        decides(SampleReports.withText("TANGKAB jalan rusak"), "national-desk", "-");
    }

    @Test
    void prefersTheLongestKeyword() {
        RoutingKnowledge known = ALL_CONNECTED.knowledge();
        ComplaintRouter router = new ComplaintRouter(
                new RoutingKnowledge(
                        known.registry(),
                        known.gazetteer(),
                        known.ruleBook(),
                        Map.of("KAB.", "K.DAGRI", "KAB. NGANJUK", "D.35.18")),
                LearnedRoutingModel.untrained());

        is(
                router.decide(
                        SampleReports.report(
                                IntakeChannel.SMS, "KAB. NGANJUK apa", ReportedLocation.UNKNOWN, Optional.empty()),
                        Set.of(),
                        DAY),
                "sms-keyword",
                "D.35.18");
    }

    @ParameterizedTest(name = "{0} in {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "paspor hilang, kantor imigrasi? |       | imigrasi         | K.IMIPAS",
                "paspor hilang                   |       | national-desk    | -",
                "listrik padam, PLN tolong       |       | listrik          | B.PLN",
                "jalan rusak                     | 33.74 | jalan-kabupaten  | D.33.74",
                "jalan rusak di Kota Semarang    |       | jalan-kabupaten  | D.33.74",
                "jalan rusak                     | 33    | national-desk    | -",
                "jalan rusak                     |       | national-desk    | -",
                "jalan rusak                     | 31.71 | jalan-kabupaten  | P.31",
                "jalan rusak di Jakarta Selatan  |       | jalan-kabupaten  | P.31",
                "dapur MBG kami basi             | 33.74 | makan-bergizi-gratis | L.BGN",
                "halo                            | 33.74 | national-desk    | -",
                "''                              |       | national-desk    | -",
            })
    void otherwiseRoutesByRulesNamesAndPlaces(String text, @Nullable String place, String rule, String code) {
        decides(SampleReports.report(IntakeChannel.WEB, text, in(place), Optional.empty()), rule, code);
    }

    @Test
    void takesThePlaceFromThePointWithoutOtherEvidence() {
        SubmittedReport.GeoCoordinates simpangLima = new SubmittedReport.GeoCoordinates(-6.9904, 110.4229);
        ReportedLocation place = new ReportedLocation(Optional.empty(), Optional.empty(), Optional.of(simpangLima));

        RoutingDecision decision = decides(
                SampleReports.report(IntakeChannel.WEB, "jalan rusak", place, Optional.empty()),
                "jalan-kabupaten",
                "D.33.74");

        assertThat(decision.reason().facts())
                .extracting(ReasonFact::text)
                .contains("place=33.74", "place-words=GPS", "point-near=Semarang", "point-km=0");
    }

    @Test
    void notesAndIgnoresAPointAbroad() {
        ReportedLocation place = new ReportedLocation(
                Optional.empty(), Optional.empty(), Optional.of(new SubmittedReport.GeoCoordinates(52.37, 4.9)));

        RoutingDecision decision = ALL_CONNECTED.decide(
                SampleReports.report(IntakeChannel.WEB, "jalan rusak", place, Optional.empty()), Set.of(), DAY);

        assertThat(decision.reason().facts()).extracting(ReasonFact::text).contains("place=unknown", "point=ignored");
    }

    @Test
    void explainsWithPlaceWordsLawRuleBookAndAlternatives() {
        RoutingDecision decision = decides(
                SampleReports.report(
                        IntakeChannel.WEB, "jalan rusak", SampleReports.placeIn("33.74"), Optional.empty()),
                "jalan-kabupaten",
                "D.33.74");

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Assign.class, assign -> assertThat(assign.unit()).contains("Dinas PUPR"));
        assertThat(decision.reason().facts())
                .extracting(ReasonFact::text)
                .containsExactly(
                        "place=33.74",
                        "place-name=Kota Semarang",
                        "place-words=33.74",
                        "topic=Jalan kabupaten/kota, gang, lingkungan",
                        "words=jalan rusak,jalan",
                        "law=UU 38/2004; PP 34/2006");
        RoutingAssessment assessment = decision.reason().assessment().orElseThrow();
        assertThat(assessment.ruleBook()).isEqualTo("edition-1");
        assertThat(assessment.confidence()).isBetween(0.8, 1.0);
        assertThat(assessment.choices())
                .extracting(RoutingAssessment.InstitutionLikelihood::institution)
                .contains("P.33");
    }

    @Test
    void givesTheDeskUpToThreeChoices() {
        RoutingDecision decision = ALL_CONNECTED.decide(
                SampleReports.withText("e-KTP belum jadi dan kartu BPJS mati, lapor ke OJK?"), Set.of(), DAY);

        assertThat(decision).isInstanceOf(Hold.class);
        List<RoutingAssessment.InstitutionLikelihood> choices =
                decision.reason().assessment().orElseThrow().choices();
        assertThat(choices).hasSize(3);
        assertThat(choices)
                .extracting(RoutingAssessment.InstitutionLikelihood::institution)
                .contains("L.BPJSKES");
        assertThat(choices)
                .extracting(RoutingAssessment.InstitutionLikelihood::confidence)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .satisfies(each -> assertThat(
                                each.stream().mapToDouble(Double::doubleValue).sum())
                        .isLessThanOrEqualTo(1));
    }

    @Test
    void givesTheLikelihoodOfAlternatives() {
        RoutingAssessment assessment = ALL_CONNECTED
                .decide(SampleReports.withText("lampu jalan mati di Jalan Pandanaran, Kota Semarang"), Set.of(), DAY)
                .reason()
                .assessment()
                .orElseThrow();

        assertThat(assessment.confidence()).isBetween(0.8, 1.0);
        assertThat(assessment.choices().getFirst().confidence())
                .isPositive()
                .isLessThanOrEqualTo(1 - assessment.confidence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // PBG is a building permit here, not Purbalingga
                "izin IMB PBG di Samarinda dipersulit      | D.64.72",
                "pbg saya di Kota Semarang belum terbit    | D.33.74",
                "jaksa meminta uang kepada terdakwa        | L.KEJAGUNG",
                "korban gempa belum dapat dana stimulan    | L.BNPB",
                "KIP kuliah dari kampus, mohon bantuan     | K.DIKTISAINTEK",
            })
    void ranksTheInstitutionThatIsMeantFirst(String text, String institution) {
        assertThat(ALL_CONNECTED.likeliest(SampleReports.withText(text), 1, DAY))
                .extracting(RoutingAssessment.InstitutionLikelihood::institution)
                .containsExactly(institution);
    }

    @Test
    void notesMissingPlaceAndTopicWhenHeldForTheDesk() {
        assertThat(ALL_CONNECTED
                        .decide(SampleReports.withText("halo"), Set.of(), DAY)
                        .reason()
                        .facts())
                .extracting(ReasonFact::text)
                .containsExactly("place=unknown", "topic=unknown");
    }

    @Test
    void assignsToSeveralInstitutionsByLaw() {
        RoutingDecision decision = ALL_CONNECTED.decide(
                SampleReports.withText("menu MBG untuk pekerja Otorita IKN tidak layak"), Set.of(), DAY);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        AssignToSeveral.class,
                        several -> assertThat(several.parts())
                                .extracting(part -> part.institution().code())
                                .containsExactlyInAnyOrder("L.BGN", "L.OIKN"));
    }

    @ParameterizedTest(name = "{0} not connected, {1} wished: {2} {3}")
    @CsvSource({
        "D.33.74,      D.33.74, wished-institution-province, P.33",
        "D.33.74;P.33, D.33.74, national-desk,               -",
        "P.33,         P.33,    national-desk,               -",
        "K.DAGRI,      K.DAGRI, national-desk,               -",
        "P.33,         D.33.74, wished-institution,          D.33.74",
    })
    void fallsBackToTheProvinceThenToTheDeskWhenNotConnected(
            String notConnected, String wished, String rule, String code) {
        ComplaintRouter router = router(Set.of(notConnected.split(";", -1)));
        SubmittedReport report =
                SampleReports.report(IntakeChannel.WEB, "halo", ReportedLocation.UNKNOWN, Optional.of(wished));

        RoutingDecision decision = router.decide(report, Set.of(), DAY);
        is(decision, rule, code);
        if (!rule.equals("wished-institution")) {
            assertThat(decision.reason().facts()).extracting(ReasonFact::text).contains("not-connected=" + wished);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Pungutan liar di SMA Negeri 3 Kota Semarang            | P.33",
                "Uang komite di SMK Negeri 1 Kota Bandung terlalu mahal | P.32",
                "Jalan provinsi di Kabupaten Kendal rusak               | P.33",
                "Atap SMP Negeri 2 Kota Semarang bocor                  | D.33.74",
                "Jalan rusak di Kabupaten Kendal, Provinsi Jawa Tengah  | D.33.24",
                "SMA di Jakarta Selatan rusak                           | P.31",
            })
    void ranksTheProvinceFirstForProvincialAffairsInAnyKota(String text, String first) {
        assertThat(ALL_CONNECTED
                        .likeliest(SampleReports.withText(text), 1, DAY)
                        .getFirst()
                        .institution())
                .isEqualTo(first);
    }

    @Test
    void noRuleProposesAnInstitutionThatRefused() {
        SubmittedReport report = SampleReports.report(
                IntakeChannel.WEB, "jalan rusak", SampleReports.placeIn("33.74"), Optional.of("K.PU"));

        is(ALL_CONNECTED.decide(report, Set.of("K.PU"), DAY), "jalan-kabupaten", "D.33.74");
        is(ALL_CONNECTED.decide(report, Set.of("K.PU", "D.33.74"), DAY), "national-desk", "-");
        is(router(Set.of("D.33.74")).decide(report, Set.of("K.PU", "P.33"), DAY), "national-desk", "-");
    }

    private static RoutingDecision decides(SubmittedReport report, String rule, String code) {
        RoutingDecision decision = ALL_CONNECTED.decide(report, Set.of(), DAY);
        is(decision, rule, code);
        return decision;
    }

    private static void is(RoutingDecision decision, String rule, String code) {
        String place = switch (decision) {
            case Assign assign -> assign.institution().code();
            case AssignToSeveral several -> "several";
            case Hold hold -> "-";
        };
        assertThat(decision.reason().rule() + " " + place)
                .as("%s", decision.reason())
                .isEqualTo(rule + " " + code);
    }

    private static ComplaintRouter router(Set<String> notConnected) {
        BundledTablesLoader tables = new BundledTablesLoader();
        InstitutionRegistry registry = tables.registry(notConnected);
        return new ComplaintRouter(tables.knowledge(registry), LearnedRoutingModel.untrained());
    }

    private static ReportedLocation in(@Nullable String regionCode) {
        return new ReportedLocation(Optional.ofNullable(regionCode), Optional.empty());
    }
}
