package id.pintu.routing.decision;

import id.pintu.routing.registry.Registration;

/**
 * An institution that may be responsible, and what speaks for it.
 *
 * @param block where its signs begin among all, in the order of {@link Signs}
 */
record Candidate(Registration institution, int block, double[] signs) {

    double sign(Signs sign) {
        return signs[block + sign.place()];
    }

    boolean regional() {
        return block / Signs.COUNT % 2 == 1;
    }

    void set(Signs sign, double value) {
        signs[block + sign.place()] = value;
    }

    void set(Signs sign, boolean value) {
        set(sign, value ? 1 : 0);
    }

    double score(double[] weights) {
        double score = 0;
        for (int i = block; i < block + Signs.COUNT; i++) {
            score += weights[i] * signs[i];
        }
        return score;
    }
}
