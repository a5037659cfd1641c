package id.pintu.routing.learning;

import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A report as the text model sees it.
 *
 * @param concepts what is known of it besides its words (rules that hold, places, institutions named), one word each
 */
public record ClassifierInput(TokenizedText title, TokenizedText text, List<String> concepts) {

    public ClassifierInput {
        concepts = List.copyOf(concepts);
    }

    /** Everything a text model can see of it. */
    FeatureCounts features() {
        return features(feature -> true);
    }

    /** Only what a text model knows of. */
    FeatureCounts features(IntPredicate known) {
        return TextFeatureHasher.of(title, text, concepts, known);
    }
}
