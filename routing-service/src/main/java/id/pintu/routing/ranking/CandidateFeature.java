package id.pintu.routing.ranking;

import java.util.Set;

/**
 * Numeric feature of a candidate institution, for or against it.
 *
 * <p>Each has a default weight for national institutions and one for regional ones, used until enough decisions are known to
 * fit others. The defaults were fitted once on public dispositions of 2015 to 2019, and rounded.
 */
public enum CandidateFeature {
    BIAS(0.8, -0.8),
    PROVINCE(0, -1.4),
    COMPANY(0, -0.7),
    RULE(1.9, 0.2),
    RULE_SHARE(2.3, 0),
    RULE_BEST(0, 0.7),
    NAMED(0.9, 1),
    NAMED_ALONE(-0.9, 0),
    OTHERS_NAMED(-0.5, -0.7),
    PLACE(0, 1.1),
    PLACE_SHARE(0, -0.6),
    PLACE_BEST(0, 2.2),
    PLACE_UNKNOWN(0, -0.7),
    LEARNT(0, 0),
    LEARNT_GAP(0, 0),
    LEARNT_BEST(0, 0),
    LEARNT_LEVEL(0, 0),
    LEARNT_LEVEL_GAP(0, 0),
    NEVER_SEEN(0, 0),
    RULE_AND_LEARNT(0, 0),
    NAMED_AND_LEARNT(0, 0),
    PLACE_AND_LEVEL(0, 0),
    SEEN(0, 0),
    LIKELY(0, 0),
    SURPRISING(0, 0),
    /** The report names a company or office below it. */
    ABOVE_NAMED(-0.5, 0),
    /** Clearly an affair of provinces, and the candidate is a province. */
    PROVINCE_AFFAIR(0, 0.5),
    /** Clearly an affair of provinces, and the candidate is a kabupaten or kota: by how much less the rules support it. */
    NOT_LOCAL(0, -2);

    public static final int COUNT = values().length;

    /**
     * Length of the weight vector: a block for national and one for regional institutions, both again for institutions without
     * training examples, and all four again for reports unlike any training example.
     */
    public static final int WIDTH = 8 * COUNT;

    private final double national;
    private final double regional;

    CandidateFeature(double national, double regional) {
        this.national = national;
        this.regional = regional;
    }

    /** Index within a block. Weights are never stored, so the order may change. */
    @SuppressWarnings("EnumOrdinal")
    public int index() {
        return ordinal();
    }

    /**
     * The fitted weights, with the defaults for the levels without training examples.
     *
     * @param trained the levels with training examples: true for regional, false for national
     */
    public static double[] fitted(double[] weights, Set<Boolean> trained) {
        double[] defaults = defaultWeights();
        double[] all = weights.clone();
        for (int block = 0; block < WIDTH; block += COUNT) {
            if (!trained.contains(isRegional(block))) {
                System.arraycopy(defaults, block, all, block, COUNT);
            }
        }
        return all;
    }

    /** Whether the block that begins at this index is one of regional institutions. */
    static boolean isRegional(int block) {
        return block / COUNT % 2 == 1;
    }

    public static double[] defaultWeights() {
        double[] weights = new double[WIDTH];
        for (CandidateFeature feature : values()) {
            for (int block = 0; block < WIDTH; block += 2 * COUNT) {
                weights[block + feature.index()] = feature.national;
                weights[block + COUNT + feature.index()] = feature.regional;
            }
        }
        return weights;
    }
}
