package id.pintu.routing.learning;

import java.util.Collections;
import java.util.List;

/** What the text model says of one report: for each label a margin, above 0 when more likely than not. */
public final class ClassScores {

    /** What is said of a label that was never learnt. */
    public static final double UNKNOWN_MARGIN = -1.3;

    private final List<String> labels;
    private final float[] margins;

    ClassScores(List<String> labels, float[] margins) {
        this.labels = labels;
        this.margins = margins;
    }

    /** No opinion on anything. */
    public static ClassScores empty() {
        return new ClassScores(List.of(), new float[0]);
    }

    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** In alphabetical order. */
    public List<String> labels() {
        return labels;
    }

    /** Of the label at this place. */
    public double margin(int label) {
        return margins[label];
    }

    public boolean knows(String label) {
        return Collections.binarySearch(labels, label) >= 0;
    }

    public double margin(String label) {
        int at = Collections.binarySearch(labels, label);
        return at < 0 ? UNKNOWN_MARGIN : margins[at];
    }
}
