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
public final class Learned {

    private static final int RAREST = 2;
    private static final double COST = 1;

    private final TextModel model;
    private final Map<String, Integer> counts;
    private final int examples;

    private Learned(TextModel model, Map<String, Integer> counts, int examples) {
        this.model = model;
        this.counts = counts;
        this.examples = examples;
    }

    /** Before the first example. */
    public static Learned nothing() {
        return new Learned(TextModel.train(List.of(), RAREST, COST), Map.of(), 0);
    }

    /**
     * @param institutions of each lesson, in the same order
     * @param sphere what kind of government an institution is part of: learnt beside the institution itself
     */
    public static Learned from(List<Lesson> lessons, List<String> institutions, Function<String, String> sphere) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<TextModel.Labelled> labelled = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            String institution = institutions.get(i);
            counts.merge(institution, 1, Integer::sum);
            labelled.add(
                    new TextModel.Labelled(lessons.get(i).features(), Set.of(institution, sphere.apply(institution))));
        }
        return new Learned(TextModel.train(labelled, RAREST, COST), counts, lessons.size());
    }

    public boolean isNothing() {
        return examples == 0;
    }

    /** How many examples there were. */
    public int examples() {
        return examples;
    }

    /** How many examples are the institution's. */
    public int count(String institution) {
        return counts.getOrDefault(institution, 0);
    }

    /** How many institutions were seen once only; their share tells how often one comes that was never seen. */
    public long seenOnce() {
        return counts.values().stream().filter(count -> count == 1).count();
    }

    public Opinion opinion(Lesson lesson) {
        return isNothing() ? Opinion.none() : new Opinion(model.labels(), model.margins(lesson.features(model::knows)));
    }
}
