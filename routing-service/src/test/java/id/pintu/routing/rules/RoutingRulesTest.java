package id.pintu.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.Report.Place;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.Reports;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.rules.RoutingDecision.Assign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on the tables this build brings. */
class RoutingRulesTest {

    private static final RoutingRules ALL_CONNECTED = rules(Set.of());

    @ParameterizedTest(name = "wished {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "D.33.74                  | 31.71 | D.33.74",
                "Pemerintah Kota Semarang | 31.71 | D.33.74",
                "KEMENDAGRI               |       | K.DAGRI",
                "' kemendagri '           |       | K.DAGRI",
            })
    void theWishedInstitutionComesFirst(String wished, @Nullable String place, String code) {
        Report report = Reports.report(Door.WEB, "jalan rusak", in(place), Optional.of(wished));

        decides(report, "wished-institution", code);
    }

    @Test
    void aWishNobodyKnowsIsSaidAndPassedOver() {
        Report report = Reports.report(Door.WEB, "jalan rusak", Reports.in("33.74"), Optional.of("Dinas Anu"));

        RoutingDecision decision = decides(report, "topic-and-region", "D.33.74");
        assertThat(decision.reason().facts()).contains("wished=unknown").doesNotContain("Dinas Anu");
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
    void anSmsBeginsWithTheKeywordOfItsInstitution(String text, String rule, String code) {
        decides(Reports.report(Door.SMS, text, Place.UNKNOWN, Optional.empty()), rule, code);
    }

    @Test
    void aKeywordIsOneAtTheDoorOfSmsOnly() {
        decides(Reports.saying("TANGKAB jalan rusak"), "national-desk", "-");
    }

    @Test
    void theLongerKeywordIsMeant() {
        Registry registry = new Tables().registry(Set.of());
        RoutingRules rules =
                new RoutingRules(registry, List.of(), Map.of("KAB.", "K.DAGRI", "KAB. NGANJUK", "D.35.18"));

        assertThat(rules.decide(
                        Reports.report(Door.SMS, "KAB. NGANJUK apa", Place.UNKNOWN, Optional.empty()), Set.of()))
                .isInstanceOfSatisfying(
                        Assign.class,
                        assign -> assertThat(assign.institution().code()).isEqualTo("D.35.18"));
    }

    @ParameterizedTest(name = "{0} in {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // level    whose affair it is
                "paspor hilang                   |       | topic-and-region | K.IMIPAS", // pusat
                "paspor hilang                   | 33.74 | topic-and-region | K.IMIPAS",
                "listrik padam                   |       | topic-and-region | B.PLN", // bumn
                "jalan provinsi berlubang        | 33.74 | topic-and-region | P.33", // provinsi
                "jalan provinsi berlubang        | 33    | topic-and-region | P.33",
                "jalan provinsi berlubang        |       | national-desk    | -",
                "jalan rusak                     | 33.74 | topic-and-region | D.33.74", // kabkota
                "jalan rusak di Kota Semarang    |       | topic-and-region | D.33.74",
                "jalan rusak                     | 33    | national-desk    | -",
                "jalan rusak                     |       | national-desk    | -",
                "jalan rusak di Semarang         |       | national-desk    | -",
                "jalan desa longsor jalan dusun  | 33.22 | topic-and-region | D.33.22", // desa
                "tagihan pdam                    | 33.74 | topic-and-region | U.TIRTOMOEDAL", // bumd
                "tagihan pdam                    | 33.01 | topic-and-region | D.33.01",
                "tagihan pdam                    |       | national-desk    | -",
                "transjakarta lama sekali        |       | topic-and-region | U.TRANSJAKARTA",
                // Jakarta's cities and its regency are not autonomous
                "jalan rusak                     | 31.71 | topic-and-region | P.31",
                "jalan rusak                     | 31.01 | topic-and-region | P.31",
                "jalan rusak                     | 31    | topic-and-region | P.31",
                "jalan rusak di Jakarta Selatan  |       | topic-and-region | P.31",
                "tagihan pdam                    | 31.74 | topic-and-region | P.31",
                // nothing known
                "halo                            | 33.74 | national-desk    | -",
                "''                              |       | national-desk    | -",
            })
    void thenTopicAndRegionTellWhoseAffairItIs(String text, @Nullable String place, String rule, String code) {
        decides(Reports.report(Door.WEB, text, in(place), Optional.empty()), rule, code);
    }

    @Test
    void saysWhyWithTheLawAndTheUnit() {
        RoutingDecision decision = decides(
                Reports.report(Door.WEB, "jalan rusak", Reports.in("33.74"), Optional.empty()),
                "topic-and-region",
                "D.33.74");

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Assign.class, assign -> assertThat(assign.unit()).contains("Dinas PUPR"));
        assertThat(decision.reason())
                .isEqualTo(new Reason(
                        "topic-and-region",
                        List.of(
                                "place=33.74",
                                "topic=Jalan kabupaten/kota, gang, lingkungan",
                                "words=jalan rusak",
                                "law=UU 38/2004; PP 34/2006")));
    }

    @Test
    void saysWhatWasMissingWhenTheDeskMustDecide() {
        assertThat(ALL_CONNECTED.decide(Reports.saying("halo"), Set.of()).reason())
                .isEqualTo(new Reason("national-desk", List.of("place=unknown", "topic=unknown")));
    }

    @ParameterizedTest(name = "{0} not connected, {1} wished: {2} {3}")
    @CsvSource({
        "D.33.74,      D.33.74, wished-institution-province, P.33",
        "D.33.74;P.33, D.33.74, national-desk,               -",
        "P.33,         P.33,    national-desk,               -",
        "K.DAGRI,      K.DAGRI, national-desk,               -",
        "P.33,         D.33.74, wished-institution,          D.33.74",
    })
    void whatIsNotConnectedFallsBackToItsProvinceAndThenToTheDesk(
            String notConnected, String wished, String rule, String code) {
        RoutingRules rules = rules(Set.of(notConnected.split(";", -1)));
        Report report = Reports.report(Door.WEB, "halo", Place.UNKNOWN, Optional.of(wished));

        RoutingDecision decision = rules.decide(report, Set.of());
        is(decision, rule, code);
        if (!rule.equals("wished-institution")) {
            assertThat(decision.reason().facts()).contains("not-connected=" + wished);
        }
    }

    @Test
    void theRuleAfterIsAskedWhenTheFirstAnswerIsNotConnected() {
        Report report = Reports.report(Door.WEB, "jalan rusak", Reports.in("33.74"), Optional.of("K.DAGRI"));

        is(rules(Set.of("K.DAGRI")).decide(report, Set.of()), "topic-and-region", "D.33.74");
    }

    @Test
    void whoRefusedIsNotAskedAgainByAnyRule() {
        Report report = Reports.report(Door.WEB, "jalan rusak", Reports.in("33.74"), Optional.of("K.PU"));

        is(ALL_CONNECTED.decide(report, Set.of("K.PU")), "topic-and-region", "D.33.74");
        is(ALL_CONNECTED.decide(report, Set.of("K.PU", "D.33.74")), "national-desk", "-");
        is(rules(Set.of("D.33.74")).decide(report, Set.of("K.PU", "P.33")), "national-desk", "-");
    }

    private static RoutingDecision decides(Report report, String rule, String code) {
        RoutingDecision decision = ALL_CONNECTED.decide(report, Set.of());
        is(decision, rule, code);
        return decision;
    }

    private static void is(RoutingDecision decision, String rule, String code) {
        String place = switch (decision) {
            case Assign assign -> assign.institution().code();
            case RoutingDecision.AssignSeveral several ->
                several.first().institution().code();
            case RoutingDecision.Hold hold -> "-";
        };
        assertThat(decision.reason().rule() + " " + place).isEqualTo(rule + " " + code);
    }

    private static RoutingRules rules(Set<String> notConnected) {
        Tables tables = new Tables();
        Registry registry = tables.registry(notConnected);
        return new RoutingRules(registry, tables.topics(registry), tables.smsKeywords(registry));
    }

    private static Place in(@Nullable String regionCode) {
        return new Place(Optional.ofNullable(regionCode), Optional.empty());
    }
}
