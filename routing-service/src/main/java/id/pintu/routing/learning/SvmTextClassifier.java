package id.pintu.routing.learning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Immutable multi-label text classifier: TF-IDF and one linear support vector machine per label. Where there are more
 * features than it may use it is trained twice: once on all of them to select the strongest, and once on those alone.
 *
 * <p>Training is deterministic for the same examples in the same order.
 */
final class SvmTextClassifier {

    /**
     * Training example.
     *
     * @param features from {@link TextFeatureHasher}
     * @param labels all that apply
     */
    record LabelledFeatures(FeatureCounts features, Set<String> labels) {}

    private static final int MIN_DOCUMENTS = 2;

    /** Measured (ADR 0015): more features cost time, and do not improve accuracy. */
    static final int DEFAULT_MAX_FEATURES = 20_000;

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

    /** Whether the feature influences the margins. */
    boolean usesFeature(int feature) {
        return vocabulary.contains(feature);
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
     * @param minExamples labels with fewer examples are left out
     * @param cost liblinear's penalty of misclassified examples
     * @param maxFeatures number of features it may use
     */
    static SvmTextClassifier train(List<LabelledFeatures> examples, int minExamples, double cost, int maxFeatures) {
        Map<String, Long> counts = examples.stream()
                .flatMap(each -> each.labels().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<String> labels = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= minExamples)
                .map(Map.Entry::getKey)
                .toList();
        TfIdfVocabulary all = TfIdfVocabulary.of(
                examples.stream().map(LabelledFeatures::features).toList(), MIN_DOCUMENTS);
        TfIdfVocabulary selected = all.size() <= maxFeatures
                ? all
                : all.strongest(
                        maxAbsoluteWeights(new SvmTrainer(examples, all, cost).weights(labels), all.size()),
                        maxFeatures);
        List<double[]> weights =
                new SvmTrainer(examples, selected, cost).weights(labels).toList();
        float[] bias = new float[labels.size()];
        for (int label = 0; label < bias.length; label++) {
            bias[label] = (float) weights.get(label)[selected.size()];
        }
        return new SvmTextClassifier(labels, selected, QuantizedWeights.of(weights, selected.size()), bias);
    }

    /**
     * Greatest absolute weight of each feature; reduced as a stream, so that the weights of few labels are in memory.
     */
    private static double[] maxAbsoluteWeights(Stream<double[]> weights, int features) {
        return weights.collect(() -> new double[features], SvmTextClassifier::mergeMax, SvmTextClassifier::mergeMax);
    }

    private static void mergeMax(double[] max, double[] weights) {
        for (int row = 0; row < max.length; row++) {
            max[row] = Math.max(max[row], Math.abs(weights[row]));
        }
    }
}
