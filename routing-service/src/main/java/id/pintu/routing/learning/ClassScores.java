package id.pintu.routing.learning;

import java.util.Collections;
import java.util.List;

/** Immutable scores of one report by the text model: a margin for each label, above 0 if more likely than not. */
public final class ClassScores {

    /** Margin of a label without a trained classifier. */
    public static final double UNKNOWN_MARGIN = -1.3;

    private final List<String> labels;
    private final float[] margins;

    ClassScores(List<String> labels, float[] margins) {
        this.labels = labels;
        this.margins = margins;
    }

    /** Scores without any label. */
    public static ClassScores empty() {
        return new ClassScores(List.of(), new float[0]);
    }

    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** Labels in alphabetical order. */
    public List<String> labels() {
        return labels;
    }

    /** Margin of the label at this index. */
    public double margin(int label) {
        return margins[label];
    }

    public boolean contains(String label) {
        return Collections.binarySearch(labels, label) >= 0;
    }

    public double margin(String label) {
        int at = Collections.binarySearch(labels, label);
        return at < 0 ? UNKNOWN_MARGIN : margins[at];
    }
}
