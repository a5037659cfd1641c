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
final class SvmTextClassifier {

    /**
     * @param features as {@link TextFeatureHasher} finds them
     * @param labels all that are true of it
     */
    record LabelledFeatures(FeatureCounts features, Set<String> labels) {}

    private static final int MIN_DOCUMENTS = 2;

    /** So many features tell most of what there is to tell; what else there is costs time, and blurs. */
    private static final int MAX_FEATURES = 20_000;

    private final List<String> labels;
    private final TfIdfVocabulary vocabulary;
    private final QuantizedWeights weights;
    private final float[] bias;

    private SvmTextClassifier(List<String> labels, TfIdfVocabulary vocabulary, QuantizedWeights weights, float[] bias) {
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
    float[] margins(FeatureCounts features) {
        float[] margins = new float[labels.size()];
        double norm = vocabulary.forEach(features, (row, value) -> weights.add(row, value, margins));
        float scale = norm == 0 ? 0 : (float) (1 / Math.sqrt(norm));
        for (int label = 0; label < margins.length; label++) {
            margins[label] = margins[label] * scale + bias[label];
        }
        return margins;
    }

    /**
     * @param minExamples labels with fewer examples are not learnt
     */
    static SvmTextClassifier train(List<LabelledFeatures> examples, int minExamples, double cost) {
        Map<String, Long> counts = examples.stream()
                .flatMap(each -> each.labels().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<String> labels = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= minExamples)
                .map(Map.Entry::getKey)
                .toList();
        TfIdfVocabulary all = TfIdfVocabulary.of(
                examples.stream().map(LabelledFeatures::features).toList(), MIN_DOCUMENTS);
        TfIdfVocabulary selected = all.strongest(
                maxAbsoluteWeights(new SvmTrainer(examples, all, cost).weights(labels), all.size()), MAX_FEATURES);
        List<double[]> weights =
                new SvmTrainer(examples, selected, cost).weights(labels).toList();
        float[] bias = new float[labels.size()];
        for (int label = 0; label < bias.length; label++) {
            bias[label] = (float) weights.get(label)[selected.size()];
        }
        return new SvmTextClassifier(labels, selected, QuantizedWeights.of(weights, selected.size()), bias);
    }

    /** How much each feature tells at most, of any label; a label's weights are let go of as soon as they are seen. */
    private static double[] maxAbsoluteWeights(Stream<double[]> weights, int features) {
        return weights.collect(() -> new double[features], SvmTextClassifier::mergeMax, SvmTextClassifier::mergeMax);
    }

    private static void mergeMax(double[] max, double[] weights) {
        for (int row = 0; row < max.length; row++) {
            max[row] = Math.max(max[row], Math.abs(weights[row]));
        }
    }
}
