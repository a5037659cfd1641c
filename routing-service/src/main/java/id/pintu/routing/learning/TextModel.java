package id.pintu.routing.learning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells from words which labels are likely: TF-IDF and a linear support vector machine for each label. It is trained
 * twice: once to find the features that tell most, and once on those alone.
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

    /** So many features tell most of what there is to tell; what else there is costs time, and blurs. */
    private static final int TELLING = 20_000;

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

    /** Whether it makes a difference that a text has this feature. */
    boolean knows(int feature) {
        return vocabulary.knows(feature);
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
        Map<String, Long> counts = examples.stream()
                .flatMap(each -> each.labels().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<String> labels = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= rarest)
                .map(Map.Entry::getKey)
                .toList();
        Vocabulary all = Vocabulary.of(examples.stream().map(Labelled::features).toList(), RARE);
        Vocabulary telling =
                all.strongest(mostTold(new Machines(examples, all, cost).weights(labels), all.size()), TELLING);
        List<double[]> weights =
                new Machines(examples, telling, cost).weights(labels).toList();
        float[] bias = new float[labels.size()];
        for (int label = 0; label < bias.length; label++) {
            bias[label] = (float) weights.get(label)[telling.size()];
        }
        return new TextModel(labels, telling, Weights.of(weights, telling.size()), bias);
    }

    /** How much each feature tells at most, of any label; a label's weights are let go of as soon as they are seen. */
    private static double[] mostTold(Stream<double[]> weights, int features) {
        return weights.collect(() -> new double[features], TextModel::raise, TextModel::raise);
    }

    private static void raise(double[] most, double[] weights) {
        for (int row = 0; row < most.length; row++) {
            most[row] = Math.max(most[row], Math.abs(weights[row]));
        }
    }
}
