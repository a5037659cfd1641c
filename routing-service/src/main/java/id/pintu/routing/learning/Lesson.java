package id.pintu.routing.learning;

import id.pintu.routing.text.Words;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A report as the text model sees it.
 *
 * @param concepts what is known of it besides its words (rules that hold, places, institutions named), one word each
 */
public record Lesson(Words title, Words text, List<String> concepts) {

    public Lesson {
        concepts = List.copyOf(concepts);
    }

    /** Everything a text model can see of it. */
    Bag features() {
        return features(feature -> true);
    }

    /** Only what a text model knows of. */
    Bag features(IntPredicate known) {
        return Features.of(title, text, concepts, known);
    }
}
