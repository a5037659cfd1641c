package id.pintu.routing.ranking;

import id.pintu.routing.registry.RegistryInstitution;

/**
 * Candidate institution of one report, with its features.
 *
 * @param block index of its block in the whole vector of {@link CandidateFeature#WIDTH}; the other blocks are 0
 * @param blockFeatures the features of its block, in the order of {@link CandidateFeature}; filled by the extractor
 */
public record RoutingCandidate(RegistryInstitution institution, int block, double[] blockFeatures) {

    public double feature(CandidateFeature feature) {
        return blockFeatures[feature.index()];
    }

    /** Whether other institutions have training examples, and this one has none. */
    boolean neverLearnt() {
        return feature(CandidateFeature.NEVER_SEEN) == 1;
    }

    public boolean regional() {
        return CandidateFeature.isRegional(block);
    }

    public void set(CandidateFeature feature, double value) {
        blockFeatures[feature.index()] = value;
    }

    public void set(CandidateFeature feature, boolean value) {
        set(feature, value ? 1 : 0);
    }

    double score(double[] weights) {
        double score = 0;
        for (int i = 0; i < blockFeatures.length; i++) {
            score += weights[block + i] * blockFeatures[i];
        }
        return score;
    }

    /** The whole vector, with the features of its block. */
    public double[] featureVector() {
        double[] vector = new double[CandidateFeature.WIDTH];
        System.arraycopy(blockFeatures, 0, vector, block, blockFeatures.length);
        return vector;
    }
}
