package id.pintu.routing.calibration;

import id.pintu.routing.ranking.CandidateFeature;
import id.pintu.routing.ranking.CandidateRanking;
import id.pintu.routing.ranking.ConfidenceFeatures;
import java.util.Map;

/**
 * Immutable logistic model of the confidence in the first of a ranking: weights of its evidence, adjusted for institutions
 * with many known decisions. Where the desk itself decides the same matter differently (electricity subsidy: the ministry or
 * PLN), no evidence makes the confidence high.
 *
 * @param weights of {@link ConfidenceFeatures}
 * @param adjustments by institution code
 */
public record ConfidenceModel(double[] weights, Map<String, InstitutionAdjustment> adjustments) {

    /** Adjustment of the score for one institution: a constant, and a slope for the gap. */
    record InstitutionAdjustment(double constant, double perGap) {
        static final InstitutionAdjustment NONE = new InstitutionAdjustment(0, 0);
    }

    /** Weights without training examples: fitted like those of {@link CandidateFeature}, the last one chosen by hand. */
    static ConfidenceModel untrained() {
        double[] weights = new double[ConfidenceFeatures.WIDTH];
        double[] fitted = {-0.6, 0.5, 0.8, 0, 0.2, 0.2, -0.5, 0, 0, -0.7, -0.1, -0.5, 1.7};
        System.arraycopy(fitted, 0, weights, 0, fitted.length);
        return new ConfidenceModel(weights, Map.of());
    }

    /** Probability that the first is correct, 0 to 1; 0 for an empty ranking. */
    public double confidence(CandidateRanking ranking) {
        if (ranking.ranked().isEmpty()) {
            return 0;
        }
        double[] evidence = ConfidenceFeatures.of(ranking);
        InstitutionAdjustment adjustment =
                adjustments.getOrDefault(ranking.ranked().getFirst().code(), InstitutionAdjustment.NONE);
        double score = adjustment.constant() + adjustment.perGap() * ranking.gap();
        for (int i = 0; i < evidence.length; i++) {
            score += weights[i] * evidence[i];
        }
        return 1 / (1 + Math.exp(-score));
    }
}
