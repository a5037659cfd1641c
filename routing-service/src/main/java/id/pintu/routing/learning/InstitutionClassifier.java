package id.pintu.routing.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Immutable classifier of the responsible institution, trained on verified dispositions. Training is deterministic: the
 * same examples in the same order give the same classifier.
 *
 * <p>Labels are the institutions with more than one example, and the government levels: "a local government" is also
 * learnt for regions without examples.
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

    /** Classifier without examples, which gives no scores. */
    public static InstitutionClassifier untrained() {
        return new InstitutionClassifier(train(List.of()), Map.of(), 0);
    }

    /**
     * @param institutions code of each input's institution, in the same order
     * @param governmentLevel from the code of an institution to its level, the second label of each input
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
        return new InstitutionClassifier(train(labelled), counts, inputs.size());
    }

    private static SvmTextClassifier train(List<SvmTextClassifier.LabelledFeatures> labelled) {
        return SvmTextClassifier.train(labelled, MIN_EXAMPLES, COST, SvmTextClassifier.DEFAULT_MAX_FEATURES);
    }

    public boolean isUntrained() {
        return exampleCount == 0;
    }

    /** Number of examples. */
    public int exampleCount() {
        return exampleCount;
    }

    /** Number of examples of the institution. */
    public int exampleCountOf(String institution) {
        return exampleCounts.getOrDefault(institution, 0);
    }

    /**
     * Number of institutions with a single example; their share estimates how often an unseen one occurs (Good-Turing).
     */
    public long institutionsSeenOnce() {
        return exampleCounts.values().stream().filter(count -> count == 1).count();
    }

    public ClassScores classify(ClassifierInput input) {
        return isUntrained()
                ? ClassScores.empty()
                : new ClassScores(model.labels(), model.margins(input.features(model::usesFeature)));
    }
}
