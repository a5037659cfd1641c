package id.pintu.routing.calibration;

import id.pintu.routing.learning.InstitutionClassifier;
import id.pintu.routing.ranking.CandidateFeature;

/**
 * What was learnt from the desk and the institutions, and how far it may be trusted: an immutable value.
 *
 * @param featureWeights how much each of {@link CandidateFeature} tells
 * @param confidenceModel how far the likeliest may be trusted
 * @param threshold the confidence from which a report goes to its institution without the desk
 */
public record LearnedRoutingModel(
        InstitutionClassifier classifier, double[] featureWeights, ConfidenceModel confidenceModel, double threshold) {

    /**
     * Chosen by hand: what is clear by law and place goes its way. From here on 96 % agreed with the dispositions of one
     * public collection and 80 % with those of another, whose desk gave many affairs to other offices than the law does.
     */
    private static final double UNTRAINED_THRESHOLD = 0.88;

    /** Nobody has decided anything yet: the rules and the registry are all there is. */
    public static LearnedRoutingModel untrained() {
        return new LearnedRoutingModel(
                InstitutionClassifier.untrained(),
                CandidateFeature.defaultWeights(),
                ConfidenceModel.untrained(),
                UNTRAINED_THRESHOLD);
    }
}
