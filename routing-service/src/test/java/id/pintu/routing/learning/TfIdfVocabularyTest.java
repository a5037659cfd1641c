package id.pintu.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TfIdfVocabularyTest {

    static final int FEATURES = 40;

    @Property(tries = 100)
    void knowsFeaturesThatOccurInEnoughTexts(
            @ForAll @Size(max = 20) List<@Size(max = 30) List<@IntRange(max = FEATURES - 1) Integer>> texts,
            @ForAll @IntRange(min = 1, max = 4) int minDocuments) {
        TfIdfVocabulary vocabulary = TfIdfVocabulary.of(
                texts.stream().map(TfIdfVocabularyTest::counts).toList(), minDocuments);

        assertThat(known(vocabulary))
                .isEqualTo(features(feature ->
                        texts.stream().filter(text -> text.contains(feature)).count() >= minDocuments));
    }

    @Property(tries = 100)
    void keepsTheFeaturesWithTheGreatestStrength(
            @ForAll @Size(FEATURES) List<@IntRange(max = 9) Integer> importance,
            @ForAll @IntRange(min = 1, max = FEATURES) int count) {
        // Each feature occurs in one text, so all have the same inverse document frequency.
        TfIdfVocabulary all = TfIdfVocabulary.of(
                IntStream.range(0, FEATURES)
                        .mapToObj(feature -> counts(List.of(feature)))
                        .toList(),
                1);

        List<Integer> known = known(
                all.strongest(importance.stream().mapToDouble(each -> each).toArray(), count));

        assertThat(known).hasSizeGreaterThanOrEqualTo(count);
        int weakest = known.stream().mapToInt(importance::get).min().orElseThrow();
        assertThat(known).isEqualTo(features(feature -> importance.get(feature) >= weakest));
        assertThat(known.stream().filter(feature -> importance.get(feature) > weakest))
                .hasSizeLessThan(count);
    }

    private static FeatureCounts counts(List<Integer> features) {
        FeatureCounts counts = new FeatureCounts();
        features.forEach(counts::increment);
        return counts;
    }

    private static List<Integer> known(TfIdfVocabulary vocabulary) {
        return features(vocabulary::contains);
    }

    private static List<Integer> features(IntPredicate filter) {
        return Arrays.stream(IntStream.range(0, FEATURES).filter(filter).toArray())
                .boxed()
                .toList();
    }
}
