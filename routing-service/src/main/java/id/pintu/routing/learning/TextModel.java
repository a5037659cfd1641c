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
    /** A weight below it changes a margin by less than what two trainings differ by. */
    private static final float FAINTEST = 0.005f;

    private static final double PRECISION = 0.1;

    private final List<String> labels;
    private final Vocabulary vocabulary;
    /** The weights of a feature stand from its start to that of the next, each with its label beside it. */
    private final int[] starts;

    private final short[] labelOf;
    private final float[] weights;
    private final float[] bias;

    private TextModel(
            List<String> labels, Vocabulary vocabulary, int[] starts, short[] labelOf, float[] weights, float[] bias) {
        this.labels = labels;
        this.vocabulary = vocabulary;
        this.starts = starts;
        this.labelOf = labelOf;
        this.weights = weights;
        this.bias = bias;
    }

    List<String> labels() {
        return labels;
    }

    /** For each of {@link #labels()}, the margin: above 0 is more likely than not. */
    float[] margins(int[] features) {
        float[] margins = new float[labels.size()];
        double norm = vocabulary.forEach(features, (row, value) -> {
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                margins[labelOf[at]] += value * weights[at];
            }
        });
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
        return pruned(labels, vocabulary, weights);
    }

    /** Most features, and most weights of the others, tell next to nothing, and reading them would take most of the time. */
    private static TextModel pruned(List<String> labels, Vocabulary vocabulary, float[] all) {
        int width = labels.size();
        double[] strengths = IntStream.range(0, vocabulary.size())
                .mapToDouble(row -> strongest(all, row, width) * vocabulary.idf(row))
                .toArray();
        double weakest = Arrays.stream(strengths)
                .sorted()
                .skip(Math.max(0, strengths.length - KEPT))
                .findFirst()
                .orElse(0);
        int[] starts = new int[vocabulary.size() + 1];
        short[] labelOf = new short[all.length];
        float[] weights = new float[all.length];
        int count = 0;
        for (int row = 0; row < vocabulary.size(); row++) {
            for (int label = 0; label < width && strengths[row] >= weakest; label++) {
                float weight = all[row * width + label];
                if (Math.abs(weight) >= FAINTEST) {
                    labelOf[count] = (short) label;
                    weights[count++] = weight;
                }
            }
            starts[row + 1] = count;
        }
        return new TextModel(
                labels,
                vocabulary,
                starts,
                Arrays.copyOf(labelOf, count),
                Arrays.copyOf(weights, count),
                Arrays.copyOfRange(all, all.length - width, all.length));
    }

    /** How much a feature that is there can change at most. */
    private static double strongest(float[] all, int row, int width) {
        double most = 0;
        for (int label = 0; label < width; label++) {
            most = Math.max(most, Math.abs(all[row * width + label]));
        }
        return most;
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
