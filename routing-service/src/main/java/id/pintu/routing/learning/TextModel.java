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
    record Labelled(Bag features, Set<String> labels) {}

    private static final int RARE = 2;
    private static final double PRECISION = 0.1;

    private final List<String> labels;
    private final Vocabulary vocabulary;
    private final Weights weights;
    private final float[] bias;

    private TextModel(List<String> labels, Vocabulary vocabulary, Weights weights, float[] bias) {
        this.labels = labels;
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.bias = bias;
    }

    List<String> labels() {
        return labels;
    }

    /** For each of {@link #labels()}, the margin: above 0 is more likely than not. */
    float[] margins(Bag features) {
        float[] margins = new float[labels.size()];
        double norm = vocabulary.forEach(features, (row, value) -> weights.add(row, value, margins));
        float scale = norm == 0 ? 0 : (float) (1 / Math.sqrt(norm));
        for (int label = 0; label < margins.length; label++) {
            margins[label] = margins[label] * scale + bias[label];
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
        return new TextModel(
                labels,
                vocabulary,
                Weights.of(weights, vocabulary, labels.size()),
                Arrays.copyOfRange(weights, weights.length - labels.size(), weights.length));
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

    private static Feature[] vector(Vocabulary vocabulary, Bag features) {
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
