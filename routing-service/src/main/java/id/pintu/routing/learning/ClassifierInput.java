package id.pintu.routing.learning;

import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Input of the text model: the texts of a report, and what the analysis found in it.
 *
 * @param concepts findings as further features (matching rules, regions, named institutions), one word each
 */
public record ClassifierInput(TokenizedText title, TokenizedText text, List<String> concepts) {

    public ClassifierInput {
        concepts = List.copyOf(concepts);
    }

    /** All features. */
    FeatureCounts features() {
        return features(feature -> true);
    }

    /** Only the features that the model knows. */
    FeatureCounts features(IntPredicate known) {
        return TextFeatureHasher.of(title, text, concepts, known);
    }
}
