package id.pintu.routing.units;

import id.pintu.routing.evidence.ReportAnalyzer;
import id.pintu.routing.learning.ClassifierInput;
import id.pintu.routing.learning.UnitClassifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Immutable model of one institution's dispositions: what it was trained on, and how it names its units. */
public record UnitModel(UnitClassifier classifier) {

    private static final UnitModel UNTRAINED = new UnitModel(UnitClassifier.untrained());

    /** Model of an institution without dispositions. */
    public static UnitModel untrained() {
        return UNTRAINED;
    }

    /**
     * Trains a model. Spellings that differ in capitals and punctuation only are one unit, with the newest spelling. The same
     * set of dispositions gives the same model, whatever their order.
     *
     * @param day on which the rules have to be in force
     */
    public static UnitModel train(List<UnitDisposition> dispositions, ReportAnalyzer analyzer, LocalDate day) {
        List<UnitDisposition> ordered = dispositions.stream()
                .sorted(Comparator.comparing(UnitDisposition::id))
                .toList();
        Map<String, String> newestSpelling = new HashMap<>();
        ordered.forEach(each -> newestSpelling.put(UnitDirectory.key(each.unit()), each.unit()));
        List<ClassifierInput> inputs = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (UnitDisposition each : ordered) {
            inputs.add(analyzer.classifierInput(analyzer.analyze(each.report(), day)));
            units.add(newestSpelling.getOrDefault(UnitDirectory.key(each.unit()), each.unit()));
        }
        return new UnitModel(UnitClassifier.train(inputs, units));
    }

    /** Number of dispositions it was trained on. */
    public int exampleCount() {
        return classifier.exampleCount();
    }

    /** Number of dispositions to a unit. */
    int exampleCountOf(String unit) {
        return classifier.exampleCounts().getOrDefault(unit, 0);
    }

    /** Names of the units that the institution has used, the most used first. */
    public List<String> usedUnits() {
        return classifier.exampleCounts().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
