package id.pintu.routing.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Immutable classifier of the unit of one institution that gets a complaint, trained on the institution's own dispositions
 * with the features of {@link InstitutionClassifier}. Training is deterministic: the same examples in the same order give the
 * same classifier.
 */
public final class UnitClassifier {

    private static final int MIN_EXAMPLES = 2;

    private static final double COST = 1;

    /** Measured (ADR 0066): of the many units each needs its own words, so features are not the place to save. */
    private static final int MAX_FEATURES = 80_000;

    private final SvmTextClassifier model;
    private final Map<String, Integer> exampleCounts;
    private final int exampleCount;

    private UnitClassifier(SvmTextClassifier model, Map<String, Integer> exampleCounts, int exampleCount) {
        this.model = model;
        this.exampleCounts = exampleCounts;
        this.exampleCount = exampleCount;
    }

    /** Classifier without examples, which gives no scores. */
    public static UnitClassifier untrained() {
        return train(List.of(), List.of());
    }

    /**
     * @param units the unit of each input, in the same order
     */
    public static UnitClassifier train(List<ClassifierInput> inputs, List<String> units) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<SvmTextClassifier.LabelledFeatures> labelled = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            counts.merge(units.get(i), 1, Integer::sum);
            labelled.add(new SvmTextClassifier.LabelledFeatures(inputs.get(i).features(), Set.of(units.get(i))));
        }
        return new UnitClassifier(
                SvmTextClassifier.train(labelled, MIN_EXAMPLES, COST, MAX_FEATURES), counts, inputs.size());
    }

    /** Number of examples. */
    public int exampleCount() {
        return exampleCount;
    }

    /** Number of examples of each unit. */
    public Map<String, Integer> exampleCounts() {
        return Map.copyOf(exampleCounts);
    }

    public ClassScores classify(ClassifierInput input) {
        return exampleCount == 0
                ? ClassScores.empty()
                : new ClassScores(model.labels(), model.margins(input.features(model::usesFeature)));
    }
}
