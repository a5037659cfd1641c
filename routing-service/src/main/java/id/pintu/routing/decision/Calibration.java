package id.pintu.routing.decision;

import id.pintu.routing.decision.Trust.Habit;
import id.pintu.routing.learning.Logistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds out of judged reports how far a ranking may be trusted, and from where on nobody has to be asked. */
final class Calibration {

    /**
     * One report that was not taught.
     *
     * @param right whether the first of the ranking is who took it
     */
    record Outcome(String id, Ranking ranking, boolean right) {
        String first() {
            return ranking.first().map(Ranking.Ranked::code).orElse("");
        }
    }

    private record Sure(double confidence, boolean right) {}

    private static final double WANTED_PRECISION = 0.99;

    /** A history in which everything was right, however unsure, is a small one. */
    private static final double LEAST_SUFFICIENT = 0.9;

    private static final int FEWEST_SURE = 50;
    private static final int FEWEST_FOR_HABIT = 25;
    private static final int PARTS = 5;
    private static final double GAP_UNIT = 3;

    private final List<Outcome> outcomes;

    Calibration(List<Outcome> outcomes) {
        this.outcomes =
                outcomes.stream().filter(each -> !each.first().isEmpty()).toList();
    }

    Trust trust() {
        return trust(outcomes);
    }

    /**
     * The lowest confidence above which the wanted share was right, among reports whose evidence agrees; out of reach
     * when there is none. Each fifth is judged by a trust the others made.
     */
    double sufficient() {
        List<Sure> judged = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            Map<Boolean, List<Outcome>> split =
                    outcomes.stream().collect(Collectors.partitioningBy(each -> draw(each) == held));
            Trust others = trust(split.getOrDefault(false, List.of()));
            split.getOrDefault(true, List.of()).stream()
                    .filter(each -> each.ranking().needsNobody())
                    .forEach(each -> judged.add(new Sure(others.in(each.ranking()), each.right())));
        }
        judged.sort(Comparator.comparingDouble(Sure::confidence).reversed());
        double sufficient = 1;
        int right = 0;
        for (int i = 0; i < judged.size(); i++) {
            right += judged.get(i).right() ? 1 : 0;
            if (i >= FEWEST_SURE && right >= WANTED_PRECISION * (i + 1)) {
                sufficient = judged.get(i).confidence();
            }
        }
        return Math.max(LEAST_SUFFICIENT, sufficient);
    }

    private static int draw(Outcome outcome) {
        return Math.floorMod(outcome.id().hashCode() * 17 + 5, PARTS);
    }

    private static Trust trust(List<Outcome> outcomes) {
        List<String> known = outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::first, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= FEWEST_FOR_HABIT)
                .map(Map.Entry::getKey)
                .toList();
        int width = Evidence.WIDTH + 2 * known.size();
        Logistic logistic = new Logistic();
        for (Outcome each : outcomes) {
            double[] signs = Arrays.copyOf(Evidence.of(each.ranking()), width);
            int at = known.indexOf(each.first());
            if (at >= 0) {
                signs[Evidence.WIDTH + 2 * at] = 1;
                signs[Evidence.WIDTH + 2 * at + 1] = each.ranking().gap() / GAP_UNIT;
            }
            logistic.add(signs, each.right());
        }
        double[] weights = logistic.weights(width);
        Map<String, Habit> habits = IntStream.range(0, known.size())
                .boxed()
                .collect(Collectors.toMap(
                        known::get,
                        at -> new Habit(
                                weights[Evidence.WIDTH + 2 * at], weights[Evidence.WIDTH + 2 * at + 1] / GAP_UNIT)));
        return new Trust(Arrays.copyOf(weights, Evidence.WIDTH), habits);
    }
}
