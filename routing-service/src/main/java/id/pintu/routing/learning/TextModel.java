package id.pintu.routing.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells from words which labels are likely: TF-IDF and a linear support vector machine for each label.
 *
 * <p>The same examples in the same order make the same model.
 */
final class TextModel {

    /**
     * @param features as {@link Features} finds them
     * @param labels all that are true of it
     */
    record Labelled(int[] features, Set<String> labels) {}

    private static final int RARE = 2;
    private static final int KEPT = 80_000;
    private static final double PRECISION = 0.1;

    private final List<String> labels;
    private final Vocabulary vocabulary;
    private final float[] weights;
    /** Where the weights of a feature are; -1 when it has none. */
    private final int[] kept;

    private TextModel(List<String> labels, Vocabulary vocabulary, float[] weights, int[] kept) {
        this.labels = labels;
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.kept = kept;
    }

    List<String> labels() {
        return labels;
    }

    /** For each of {@link #labels()}, the margin: above 0 is more likely than not. */
    float[] margins(int[] features) {
        int width = labels.size();
        float[] margins = new float[width];
        double norm = vocabulary.forEach(features, (row, value) -> {
            if (kept[row] < 0) {
                return;
            }
            int base = kept[row] * width;
            for (int label = 0; label < width; label++) {
                margins[label] += value * weights[base + label];
            }
        });
        float scale = norm == 0 ? 0 : (float) (1 / Math.sqrt(norm));
        int bias = weights.length - width;
        for (int label = 0; label < width; label++) {
            margins[label] = margins[label] * scale + weights[bias + label];
        }
        return margins;
    }

    /**
     * @param rarest labels with fewer examples are not learnt
     */
    static TextModel train(List<Labelled> examples, int rarest, double cost) {
        Vocabulary vocabulary =
                Vocabulary.of(examples.stream().map(Labelled::features).toList(), RARE);
        Map<String, Long> counts = examples.stream()
                .flatMap(each -> each.labels().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<String> labels = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= rarest)
                .map(Map.Entry::getKey)
                .toList();
        Feature[][] vectors = examples.stream()
                .map(each -> vector(vocabulary, each.features()))
                .toArray(Feature[][]::new);
        float[] weights = new float[(vocabulary.size() + 1) * labels.size()];
        Linear.disableDebugOutput();
        IntStream.range(0, labels.size())
                .parallel()
                .forEach(label -> fit(examples, vectors, labels.get(label), cost, weights, label, labels.size()));
        return new TextModel(labels, vocabulary, weights, new int[0]).pruned();
    }

    /** Most features tell next to nothing, and reading their weights would take most of the time. */
    private TextModel pruned() {
        int width = labels.size();
        double[] strengths = IntStream.range(0, vocabulary.size())
                .mapToDouble(this::strength)
                .toArray();
        double weakest = Arrays.stream(strengths)
                .sorted()
                .skip(Math.max(0, strengths.length - KEPT))
                .findFirst()
                .orElse(0);
        int[] kept = new int[vocabulary.size()];
        int count = 0;
        float[] stronger = new float[weights.length];
        for (int row = 0; row < kept.length; row++) {
            kept[row] = strengths[row] < weakest ? -1 : count;
            if (kept[row] >= 0) {
                System.arraycopy(weights, row * width, stronger, count++ * width, width);
            }
        }
        System.arraycopy(weights, weights.length - width, stronger, count * width, width);
        return new TextModel(labels, vocabulary, Arrays.copyOf(stronger, (count + 1) * width), kept);
    }

    /** How much a feature that is there can change at most. */
    private double strength(int row) {
        double most = 0;
        for (int label = 0; label < labels.size(); label++) {
            most = Math.max(most, Math.abs(weights[row * labels.size() + label]));
        }
        return most * vocabulary.idf(row);
    }

    private static void fit(
            List<Labelled> examples,
            Feature[][] vectors,
            String label,
            double cost,
            float[] weights,
            int column,
            int width) {
        Problem problem = new Problem();
        problem.l = vectors.length;
        problem.n = weights.length / width;
        problem.bias = 1;
        problem.x = vectors;
        problem.y = examples.stream()
                .mapToDouble(each -> each.labels().contains(label) ? 1 : 0)
                .toArray();
        if (Arrays.stream(problem.y).allMatch(each -> each == 1)) {
            weights[weights.length - width + column] = 1;
            return;
        }
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, PRECISION));
        double[] found = model.getFeatureWeights();
        // The library's sign is that of the label it met first.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        for (int row = 0; row < problem.n; row++) {
            weights[row * width + column] = (float) (sign * found[row]);
        }
    }

    private static Feature[] vector(Vocabulary vocabulary, int[] features) {
        TreeMap<Integer, Float> values = new TreeMap<>();
        double norm = vocabulary.forEach(features, values::put);
        double scale = norm == 0 ? 0 : 1 / Math.sqrt(norm);
        Feature[] vector = new Feature[values.size() + 1];
        int at = 0;
        for (Map.Entry<Integer, Float> value : values.entrySet()) {
            vector[at++] = new FeatureNode(value.getKey() + 1, value.getValue() * scale);
        }
        vector[at] = new FeatureNode(vocabulary.size() + 1, 1);
        return vector;
    }
}
