package id.pintu.routing.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.calibration.ConfidenceCalibrator.JudgedRanking;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.ranking.CandidateFeature;
import id.pintu.routing.ranking.CandidateRanking;
import id.pintu.routing.ranking.RoutingCandidate;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceCalibratorTest {

    private static final InstitutionRegistry REGISTRY = new BundledTablesLoader().registry();
    private static final RegistryInstitution PLN = REGISTRY.institution("B.PLN").orElseThrow();
    private static final RegistryInstitution ENERGY =
            REGISTRY.institution("K.ESDM").orElseThrow();
    private static final RegistryInstitution SEMARANG =
            REGISTRY.institution("D.33.74").orElseThrow();

    @Test
    void trustsTheSameEvidenceLessForAnInstitutionWithInconsistentDecisions() {
        List<JudgedRanking> rankings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rankings.add(new JudgedRanking("clear-" + i, ahead(PLN, 5, true), true));
            rankings.add(new JudgedRanking("contested-" + i, ahead(ENERGY, 5, true), i % 3 > 0));
        }

        ConfidenceCalibrator calibration = new ConfidenceCalibrator(rankings);

        assertThat(calibration.confidenceModel().confidence(ahead(PLN, 5, true)))
                .isGreaterThan(calibration.threshold() - 0.02);
        assertThat(calibration.confidenceModel().confidence(ahead(ENERGY, 5, true)))
                .isLessThan(calibration.threshold());
    }

    @Test
    void theThresholdIsOutOfReachWhenTooManyWereWrong() {
        List<JudgedRanking> rankings = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rankings.add(new JudgedRanking("id-" + i, ahead(PLN, 5, true), i % 20 > 0));
        }

        assertThat(new ConfidenceCalibrator(rankings).threshold()).isEqualTo(1);
    }

    @Test
    void oneKindOfEvidenceIsNoAgreement() {
        assertThat(ahead(PLN, 9, false).evidenceAgrees()).isFalse();
        assertThat(ahead(PLN, 1, true).evidenceAgrees()).isTrue();
    }

    @Test
    void theThresholdHasALowerBoundHoweverGoodTheHistory() {
        List<JudgedRanking> rankings = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rankings.add(new JudgedRanking("id-" + i, ahead(PLN, i % 5, true), true));
        }

        assertThat(new ConfidenceCalibrator(rankings).threshold()).isEqualTo(0.9);
    }

    @Test
    void aCandidateFirstByRulesWithoutExamplesIsANewcomer() {
        assertThat(learntAgainstRules(true).newcomer())
                .hasValueSatisfying(
                        newcomer -> assertThat(newcomer.institution()).isEqualTo(ENERGY));
        assertThat(learntAgainstRules(false).newcomer()).isEmpty();
    }

    private static CandidateRanking learntAgainstRules(boolean neverSeen) {
        RoutingCandidate learnt = candidate(PLN);
        learnt.set(CandidateFeature.LEARNT, 5);
        RoutingCandidate ruled = candidate(ENERGY);
        ruled.set(CandidateFeature.RULE, 2);
        ruled.set(CandidateFeature.NEVER_SEEN, neverSeen);
        double[] weights = new double[CandidateFeature.WIDTH];
        weights[CandidateFeature.LEARNT.index()] = 1;
        return CandidateRanking.of(List.of(learnt, ruled), true, weights);
    }

    private static CandidateRanking ahead(RegistryInstitution first, double by, boolean agreed) {
        RoutingCandidate ahead = candidate(first);
        ahead.set(CandidateFeature.RULE, by);
        ahead.set(CandidateFeature.RULE_BEST, true);
        ahead.set(CandidateFeature.NAMED, agreed ? 1 : 0);
        RoutingCandidate behind = candidate(SEMARANG);
        double[] weights = new double[CandidateFeature.WIDTH];
        weights[CandidateFeature.RULE.index()] = 1;
        return CandidateRanking.of(List.of(ahead, behind), true, weights);
    }

    private static RoutingCandidate candidate(RegistryInstitution institution) {
        return new RoutingCandidate(institution, 0, new double[CandidateFeature.COUNT]);
    }
}
