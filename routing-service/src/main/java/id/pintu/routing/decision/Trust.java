package id.pintu.routing.decision;

import java.util.Map;

/**
 * How far the first of a ranking may be trusted: what its evidence is worth in general, and how well decisions for that
 * institution kept. Where a desk itself decides the same matter now for one and now for another (electricity subsidy:
 * the ministry or PLN), no evidence makes it sure.
 *
 * @param weights of {@link Evidence}
 * @param habits by code: what is added for the institution, and that much more for each unit of the gap
 */
record Trust(double[] weights, Map<String, Habit> habits) {

    /** What is known of one institution beside the evidence; nothing, for one with few decisions. */
    record Habit(double always, double perGap) {
        static final Habit NONE = new Habit(0, 0);
    }

    /** Each sign's worth before anything was learnt: fitted as {@link Signs} were; the last by hand. */
    static Trust beforeLearning() {
        double[] weights = new double[Evidence.WIDTH];
        double[] fitted = {-0.6, 0.5, 0.8, 0, 0.2, 0.2, -0.5, 0, 0, -0.7, -0.1, -0.5, 1.7};
        System.arraycopy(fitted, 0, weights, 0, fitted.length);
        return new Trust(weights, Map.of());
    }

    /** How likely the first is right, 0 to 1; 0 when there is none. */
    double in(Ranking ranking) {
        if (ranking.ranked().isEmpty()) {
            return 0;
        }
        double[] evidence = Evidence.of(ranking);
        Habit habit = habits.getOrDefault(ranking.ranked().getFirst().code(), Habit.NONE);
        double score = habit.always() + habit.perGap() * ranking.gap();
        for (int i = 0; i < evidence.length; i++) {
            score += weights[i] * evidence[i];
        }
        return 1 / (1 + Math.exp(-score));
    }
}
