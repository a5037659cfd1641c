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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trainer of one linear support vector machine per label on the same examples, by liblinear. */
final class SvmTrainer {

    private static final double PRECISION = 0.1;

    private final List<SvmTextClassifier.LabelledFeatures> examples;
    private final TfIdfVocabulary vocabulary;
    private final double cost;
    private final Feature[][] vectors;

    SvmTrainer(List<SvmTextClassifier.LabelledFeatures> examples, TfIdfVocabulary vocabulary, double cost) {
        this.examples = examples;
        this.vocabulary = vocabulary;
        this.cost = cost;
        this.vectors = examples.stream().map(each -> vector(each.features())).toArray(Feature[][]::new);
        Linear.disableDebugOutput();
    }

    /** For each label in order the weights of the rows of the vocabulary, followed by the bias. */
    Stream<double[]> weights(List<String> labels) {
        return labels.stream().parallel().map(this::weights);
    }

    private double[] weights(String label) {
        Problem problem = new Problem();
        problem.l = vectors.length;
        problem.n = vocabulary.size() + 1;
        problem.bias = 1;
        problem.x = vectors;
        problem.y = examples.stream()
                .mapToDouble(each -> each.labels().contains(label) ? 1 : 0)
                .toArray();
        if (Arrays.stream(problem.y).allMatch(each -> each == 1)) {
            double[] always = new double[problem.n];
            always[problem.n - 1] = 1;
            return always;
        }
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, PRECISION));
        // liblinear's weights refer to the class of the first example.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights())
                .limit(problem.n)
                .map(weight -> sign * weight)
                .toArray();
    }

    private Feature[] vector(FeatureCounts features) {
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
