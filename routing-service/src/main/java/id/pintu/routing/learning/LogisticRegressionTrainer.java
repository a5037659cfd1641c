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

/** Logistic regression: how much each of several signs tells. */
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

    /** The one with these signs is to be preferred to the one with those. */
    public void addPreference(double[] preferred, double[] other) {
        // Now one way round and now the other: a single kind of truth teaches nothing.
        boolean positive = samples.size() % 2 == 0;
        addExample(
                IntStream.range(0, preferred.length)
                        .mapToDouble(i -> positive ? preferred[i] - other[i] : other[i] - preferred[i])
                        .toArray(),
                positive);
    }

    /**
     * @return the weights, one for each sign; all 0 when only one kind of truth was told
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
