package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Calibration.Outcome;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Registry REGISTRY = new Tables().registry();
    private static final Registration PLN = REGISTRY.institution("B.PLN").orElseThrow();
    private static final Registration ENERGY = REGISTRY.institution("K.ESDM").orElseThrow();
    private static final Registration SEMARANG = REGISTRY.institution("D.33.74").orElseThrow();

    @Test
    void whereTheDeskItselfDecidesNowSoAndNowSoTheSameEvidenceIsTrustedLess() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            outcomes.add(new Outcome("clear-" + i, ahead(PLN, 5, true), true));
            outcomes.add(new Outcome("contested-" + i, ahead(ENERGY, 5, true), i % 3 > 0));
        }

        Calibration calibration = new Calibration(outcomes);

        assertThat(calibration.trust().in(ahead(PLN, 5, true))).isGreaterThan(calibration.sufficient() - 0.02);
        assertThat(calibration.trust().in(ahead(ENERGY, 5, true))).isLessThan(calibration.sufficient());
    }

    @Test
    void nothingIsSufficientWhenTooManyWereWrong() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            outcomes.add(new Outcome("id-" + i, ahead(PLN, 5, true), i % 20 > 0));
        }

        assertThat(new Calibration(outcomes).sufficient()).isEqualTo(1);
    }

    @Test
    void oneKindOfEvidenceAloneDoesNotAgree() {
        assertThat(ahead(PLN, 9, false).agrees()).isFalse();
        assertThat(ahead(PLN, 1, true).agrees()).isTrue();
    }

    @Test
    void nothingIsSentWithLittleConfidenceHoweverWellHistoryWasKept() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            outcomes.add(new Outcome("id-" + i, ahead(PLN, i % 5, true), true));
        }

        assertThat(new Calibration(outcomes).sufficient()).isEqualTo(0.9);
    }

    @Test
    void whomTheRulesPointToWithoutAHistoryIsANewcomer() {
        assertThat(learntAgainstRules(true).newcomer())
                .hasValueSatisfying(
                        newcomer -> assertThat(newcomer.institution()).isEqualTo(ENERGY));
        assertThat(learntAgainstRules(false).newcomer()).isEmpty();
    }

    private static Ranking learntAgainstRules(boolean neverSeen) {
        Candidate learnt = candidate(PLN);
        learnt.set(Signs.LEARNT, 5);
        Candidate ruled = candidate(ENERGY);
        ruled.set(Signs.RULE, 2);
        ruled.set(Signs.NEVER_SEEN, neverSeen);
        double[] weights = new double[Signs.WIDTH];
        weights[Signs.LEARNT.place()] = 1;
        return Ranking.of(List.of(learnt, ruled), true, weights);
    }

    private static Ranking ahead(Registration first, double by, boolean agreed) {
        Candidate ahead = candidate(first);
        ahead.set(Signs.RULE, by);
        ahead.set(Signs.RULE_BEST, true);
        ahead.set(Signs.NAMED, agreed ? 1 : 0);
        Candidate behind = candidate(SEMARANG);
        double[] weights = new double[Signs.WIDTH];
        weights[Signs.RULE.place()] = 1;
        return Ranking.of(List.of(ahead, behind), true, weights);
    }

    private static Candidate candidate(Registration institution) {
        return new Candidate(institution, 0, new double[Signs.COUNT]);
    }
}
