package id.pintu.routing.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What verified dispositions have taught: an immutable value, the same for the same lessons in the same order.
 *
 * <p>It learns each institution it has seen more than once, and besides whether a report concerns a local government at
 * all, whichever: that is known of places nobody has written from yet.
 */
public final class InstitutionClassifier {

    private static final int MIN_EXAMPLES = 2;
    private static final double COST = 1;

    private final SvmTextClassifier model;
    private final Map<String, Integer> exampleCounts;
    private final int exampleCount;

    private InstitutionClassifier(SvmTextClassifier model, Map<String, Integer> counts, int exampleCount) {
        this.model = model;
        this.exampleCounts = counts;
        this.exampleCount = exampleCount;
    }

    /** Before the first example. */
    public static InstitutionClassifier untrained() {
        return new InstitutionClassifier(SvmTextClassifier.train(List.of(), MIN_EXAMPLES, COST), Map.of(), 0);
    }

    /**
     * @param institutions of each lesson, in the same order
     * @param governmentLevel what kind of government an institution is part of: learnt beside the institution itself
     */
    public static InstitutionClassifier train(
            List<ClassifierInput> inputs, List<String> institutions, Function<String, String> governmentLevel) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<SvmTextClassifier.LabelledFeatures> labelled = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String institution = institutions.get(i);
            counts.merge(institution, 1, Integer::sum);
            labelled.add(new SvmTextClassifier.LabelledFeatures(
                    inputs.get(i).features(), Set.of(institution, governmentLevel.apply(institution))));
        }
        return new InstitutionClassifier(SvmTextClassifier.train(labelled, MIN_EXAMPLES, COST), counts, inputs.size());
    }

    public boolean isUntrained() {
        return exampleCount == 0;
    }

    /** How many examples there were. */
    public int exampleCount() {
        return exampleCount;
    }

    /** How many examples are the institution's. */
    public int exampleCountOf(String institution) {
        return exampleCounts.getOrDefault(institution, 0);
    }

    /** How many institutions were seen once only; their share tells how often one comes that was never seen. */
    public long institutionsSeenOnce() {
        return exampleCounts.values().stream().filter(count -> count == 1).count();
    }

    public ClassScores classify(ClassifierInput input) {
        return isUntrained()
                ? ClassScores.empty()
                : new ClassScores(model.labels(), model.margins(input.features(model::knows)));
    }
}
