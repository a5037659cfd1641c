package id.pintu.routing.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trainer of a logistic regression by liblinear. Not thread-safe. */
public final class LogisticRegressionTrainer {

    private static final double COST = 1;
    private static final double PRECISION = 0.001;

    private final List<Feature[]> samples = new ArrayList<>();
    private final List<Double> outcomes = new ArrayList<>();

    public void addExample(double[] features, boolean positive) {
        this.samples.add(IntStream.range(0, features.length)
                .filter(i -> features[i] != 0)
                .mapToObj(i -> new FeatureNode(i + 1, features[i]))
                .toArray(Feature[]::new));
        outcomes.add(positive ? 1.0 : 0.0);
    }

    /** Adds a pairwise preference of one feature vector over another, as an example of their difference. */
    public void addPreference(double[] preferred, double[] other) {
        // Alternate the sign, since regression needs examples of both classes.
        boolean positive = samples.size() % 2 == 0;
        addExample(
                IntStream.range(0, preferred.length)
                        .mapToDouble(i -> positive ? preferred[i] - other[i] : other[i] - preferred[i])
                        .toArray(),
                positive);
    }

    /**
     * Trains the regression.
     *
     * @param width number of features
     * @return weights, one for each feature; all 0 if the examples are of one class only
     */
    public double[] weights(int width) {
        if (outcomes.stream().distinct().count() < 2) {
            return new double[width];
        }
        Problem problem = new Problem();
        problem.l = samples.size();
        problem.n = width;
        problem.x = samples.toArray(Feature[][]::new);
        problem.y = outcomes.stream().mapToDouble(each -> each).toArray();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] found = model.getFeatureWeights();
        return IntStream.range(0, width).mapToDouble(i -> sign * found[i]).toArray();
    }
}
