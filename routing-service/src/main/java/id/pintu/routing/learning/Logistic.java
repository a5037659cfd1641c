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
public final class Logistic {

    private static final double COST = 1;
    private static final double PRECISION = 0.001;

    private final List<Feature[]> signs = new ArrayList<>();
    private final List<Double> truths = new ArrayList<>();

    public void add(double[] signs, boolean truth) {
        this.signs.add(IntStream.range(0, signs.length)
                .filter(i -> signs[i] != 0)
                .mapToObj(i -> new FeatureNode(i + 1, signs[i]))
                .toArray(Feature[]::new));
        truths.add(truth ? 1.0 : 0.0);
    }

    /** The one with these signs is to be preferred to the one with those. */
    public void prefer(double[] these, double[] those) {
        // Now one way round and now the other: a single kind of truth teaches nothing.
        boolean truth = signs.size() % 2 == 0;
        add(
                IntStream.range(0, these.length)
                        .mapToDouble(i -> truth ? these[i] - those[i] : those[i] - these[i])
                        .toArray(),
                truth);
    }

    /**
     * @return the weights, one for each sign; all 0 when only one kind of truth was told
     */
    public double[] weights(int width) {
        if (truths.stream().distinct().count() < 2) {
            return new double[width];
        }
        Problem problem = new Problem();
        problem.l = signs.size();
        problem.n = width;
        problem.x = signs.toArray(Feature[][]::new);
        problem.y = truths.stream().mapToDouble(each -> each).toArray();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] found = model.getFeatureWeights();
        return IntStream.range(0, width).mapToDouble(i -> sign * found[i]).toArray();
    }
}
