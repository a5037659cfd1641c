package id.pintu.routing.ranking;

import java.util.Set;

/**
 * What can speak for or against an institution, as numbers.
 *
 * <p>Each has a weight for national institutions and one for regional ones. Those that stand here hold until enough was
 * learnt to fit others: they were fitted once on public dispositions of 2015 to 2019, and rounded.
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
    LEARNT_SPHERE(0, 0),
    LEARNT_SPHERE_GAP(0, 0),
    NEVER_SEEN(0, 0),
    RULE_AND_LEARNT(0, 0),
    NAMED_AND_LEARNT(0, 0),
    PLACE_AND_SPHERE(0, 0),
    SEEN(0, 0),
    LIKELY(0, 0),
    SURPRISING(0, 0),
    /** A company or office below it is named. */
    ABOVE_NAMED(-0.5, 0),
    /** It is plainly a province's affair, and this is the province. */
    PROVINCE_AFFAIR(0, 0.5),
    /** It is plainly a province's affair, and this is a kabupaten or kota: as far as the rules say less for it. */
    NOT_LOCAL(0, -2);

    public static final int COUNT = values().length;

    /**
     * A block for national institutions and one for regional ones; both again for those never learnt, and all of these
     * again for reports unlike any that was learnt.
     */
    public static final int WIDTH = 8 * COUNT;

    private final double national;
    private final double regional;

    CandidateFeature(double national, double regional) {
        this.national = national;
        this.regional = regional;
    }

    /** Its place in a block. The weights are never stored, so another order changes nothing. */
    @SuppressWarnings("EnumOrdinal")
    public int index() {
        return ordinal();
    }

    /**
     * What was learnt, and of the side that nothing was learnt of what held before.
     *
     * @param trained whether of regional institutions, of national ones, or both
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

    /** Whether the block that begins here is one of regional institutions. */
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
