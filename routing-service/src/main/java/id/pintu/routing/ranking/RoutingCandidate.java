package id.pintu.routing.ranking;

import id.pintu.routing.registry.RegistryInstitution;

/**
 * An institution that may be responsible, and what speaks for it.
 *
 * @param block where its signs begin among all, {@link CandidateFeature#WIDTH} of them; those of the other blocks are 0
 * @param blockFeatures the signs of its block, in the order of {@link CandidateFeature}
 */
public record RoutingCandidate(RegistryInstitution institution, int block, double[] blockFeatures) {

    public double feature(CandidateFeature feature) {
        return blockFeatures[feature.index()];
    }

    /** Others were learnt, and this one never. */
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

    /** Its own signs among all. */
    public double[] featureVector() {
        double[] vector = new double[CandidateFeature.WIDTH];
        System.arraycopy(blockFeatures, 0, vector, block, blockFeatures.length);
        return vector;
    }
}
