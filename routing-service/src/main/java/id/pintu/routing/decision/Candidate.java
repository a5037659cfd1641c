package id.pintu.routing.decision;

import id.pintu.routing.registry.Registration;

/**
 * An institution that may be responsible, and what speaks for it.
 *
 * @param block where its signs begin among all, {@link Signs#WIDTH} of them; those of the other blocks are 0
 * @param own the signs of its block, in the order of {@link Signs}
 */
record Candidate(Registration institution, int block, double[] own) {

    double sign(Signs sign) {
        return own[sign.place()];
    }

    /** Others were learnt, and this one never. */
    boolean neverLearnt() {
        return sign(Signs.NEVER_SEEN) == 1;
    }

    boolean regional() {
        return Signs.isRegional(block);
    }

    void set(Signs sign, double value) {
        own[sign.place()] = value;
    }

    void set(Signs sign, boolean value) {
        set(sign, value ? 1 : 0);
    }

    double score(double[] weights) {
        double score = 0;
        for (int i = 0; i < own.length; i++) {
            score += weights[block + i] * own[i];
        }
        return score;
    }

    /** Its own signs among all. */
    double[] signs() {
        double[] signs = new double[Signs.WIDTH];
        System.arraycopy(own, 0, signs, block, own.length);
        return signs;
    }
}
