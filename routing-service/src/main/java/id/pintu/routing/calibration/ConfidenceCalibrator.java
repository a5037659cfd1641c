package id.pintu.routing.calibration;

import id.pintu.routing.calibration.ConfidenceModel.InstitutionAdjustment;
import id.pintu.routing.learning.LogisticRegressionTrainer;
import id.pintu.routing.ranking.CandidateRanking;
import id.pintu.routing.ranking.ConfidenceFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calibrator that fits the confidence model and the threshold for assignments without the desk, from judged rankings. */
final class ConfidenceCalibrator {

    /**
     * Ranking of one report outside the training set.
     *
     * @param correct whether the first of the ranking is the institution that took the complaint
     */
    record JudgedRanking(String id, CandidateRanking ranking, boolean correct) {
        String first() {
            return ranking.first().map(CandidateRanking.RankedCandidate::code).orElse("");
        }
    }

    private record JudgedConfidence(double confidence, boolean correct) {}

    private static final double TARGET_PRECISION = 0.99;

    /** Lower bound: a history in which even unsure rankings were all correct is too small to go below. */
    private static final double MIN_THRESHOLD = 0.9;

    private static final int MIN_JUDGED = 50;
    private static final int MIN_DECISIONS_FOR_ADJUSTMENT = 25;
    private static final int FOLDS = 5;
    private static final double GAP_SCALE = 3;

    private final List<JudgedRanking> rankings;

    ConfidenceCalibrator(List<JudgedRanking> rankings) {
        this.rankings =
                rankings.stream().filter(each -> !each.first().isEmpty()).toList();
    }

    ConfidenceModel confidenceModel() {
        return confidenceModel(rankings);
    }

    /**
     * The lowest confidence above which the target share of rankings was correct, among unambiguous ones; 1 when there is none.
     * Each fifth is judged by a confidence model of the others.
     */
    double threshold() {
        List<JudgedConfidence> judged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int heldOut = fold;
            Map<Boolean, List<JudgedRanking>> split =
                    rankings.stream().collect(Collectors.partitioningBy(each -> foldOf(each) == heldOut));
            ConfidenceModel otherFolds = confidenceModel(split.getOrDefault(false, List.of()));
            split.getOrDefault(true, List.of()).stream()
                    .filter(each -> each.ranking().isUnambiguous())
                    .forEach(each ->
                            judged.add(new JudgedConfidence(otherFolds.confidence(each.ranking()), each.correct())));
        }
        judged.sort(Comparator.comparingDouble(JudgedConfidence::confidence).reversed());
        double threshold = 1;
        int correct = 0;
        for (int i = 0; i < judged.size(); i++) {
            correct += judged.get(i).correct() ? 1 : 0;
            if (i >= MIN_JUDGED && correct >= TARGET_PRECISION * (i + 1)) {
                threshold = judged.get(i).confidence();
            }
        }
        return Math.max(MIN_THRESHOLD, threshold);
    }

    private static int foldOf(JudgedRanking ranking) {
        return Math.floorMod(ranking.id().hashCode() * 17 + 5, FOLDS);
    }

    private static ConfidenceModel confidenceModel(List<JudgedRanking> rankings) {
        List<String> known = rankings.stream()
                .collect(Collectors.groupingBy(JudgedRanking::first, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= MIN_DECISIONS_FOR_ADJUSTMENT)
                .map(Map.Entry::getKey)
                .toList();
        int width = ConfidenceFeatures.WIDTH + 2 * known.size();
        LogisticRegressionTrainer logistic = new LogisticRegressionTrainer();
        for (JudgedRanking each : rankings) {
            double[] features = Arrays.copyOf(ConfidenceFeatures.of(each.ranking()), width);
            int at = known.indexOf(each.first());
            if (at >= 0) {
                features[ConfidenceFeatures.WIDTH + 2 * at] = 1;
                features[ConfidenceFeatures.WIDTH + 2 * at + 1] = each.ranking().gap() / GAP_SCALE;
            }
            logistic.addExample(features, each.correct());
        }
        double[] weights = logistic.weights(width);
        Map<String, InstitutionAdjustment> adjustments = IntStream.range(0, known.size())
                .boxed()
                .collect(Collectors.toMap(
                        known::get,
                        at -> new InstitutionAdjustment(
                                weights[ConfidenceFeatures.WIDTH + 2 * at],
                                weights[ConfidenceFeatures.WIDTH + 2 * at + 1] / GAP_SCALE)));
        return new ConfidenceModel(Arrays.copyOf(weights, ConfidenceFeatures.WIDTH), adjustments);
    }
}
