package id.pintu.routing.calibration;

import id.pintu.routing.ranking.CandidateFeature;
import id.pintu.routing.ranking.CandidateRanking;
import id.pintu.routing.ranking.ConfidenceFeatures;
import java.util.Map;

/**
 * How far the first of a ranking may be trusted: what its evidence is worth in general, and how well decisions for that
 * institution kept. Where a desk itself decides the same matter now for one and now for another (electricity subsidy:
 * the ministry or PLN), no evidence makes it sure.
 *
 * @param weights of {@link ConfidenceFeatures}
 * @param adjustments by code: what is added for the institution, and that much more for each unit of the gap
 */
public record ConfidenceModel(double[] weights, Map<String, InstitutionAdjustment> adjustments) {

    /** What is known of one institution beside the evidence; nothing, for one with few decisions. */
    record InstitutionAdjustment(double constant, double perGap) {
        static final InstitutionAdjustment NONE = new InstitutionAdjustment(0, 0);
    }

    /** Each sign's worth before anything was learnt: fitted as {@link CandidateFeature} were; the last by hand. */
    static ConfidenceModel untrained() {
        double[] weights = new double[ConfidenceFeatures.WIDTH];
        double[] fitted = {-0.6, 0.5, 0.8, 0, 0.2, 0.2, -0.5, 0, 0, -0.7, -0.1, -0.5, 1.7};
        System.arraycopy(fitted, 0, weights, 0, fitted.length);
        return new ConfidenceModel(weights, Map.of());
    }

    /** How likely the first is right, 0 to 1; 0 when there is none. */
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
