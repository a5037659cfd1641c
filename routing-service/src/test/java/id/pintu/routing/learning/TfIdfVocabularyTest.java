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

    static final int NUMBERS = 40;

    @Property(tries = 100)
    void knowsWhatStandsInAsManyTexts(
            @ForAll @Size(max = 20) List<@Size(max = 30) List<@IntRange(max = NUMBERS - 1) Integer>> texts,
            @ForAll @IntRange(min = 1, max = 4) int minDocuments) {
        TfIdfVocabulary vocabulary = TfIdfVocabulary.of(
                texts.stream().map(TfIdfVocabularyTest::counts).toList(), minDocuments);

        assertThat(known(vocabulary))
                .isEqualTo(numbers(number ->
                        texts.stream().filter(text -> text.contains(number)).count() >= minDocuments));
    }

    @Property(tries = 100)
    void theStrongestAreThoseThatTellMost(
            @ForAll @Size(NUMBERS) List<@IntRange(max = 9) Integer> importance,
            @ForAll @IntRange(min = 1, max = NUMBERS) int count) {
        // Each number stands in one text, so all are equally rare.
        TfIdfVocabulary all = TfIdfVocabulary.of(
                IntStream.range(0, NUMBERS)
                        .mapToObj(number -> counts(List.of(number)))
                        .toList(),
                1);

        List<Integer> known = known(
                all.strongest(importance.stream().mapToDouble(each -> each).toArray(), count));

        assertThat(known).hasSizeGreaterThanOrEqualTo(count);
        int weakest = known.stream().mapToInt(importance::get).min().orElseThrow();
        assertThat(known).isEqualTo(numbers(number -> importance.get(number) >= weakest));
        assertThat(known.stream().filter(number -> importance.get(number) > weakest))
                .hasSizeLessThan(count);
    }

    private static FeatureCounts counts(List<Integer> numbers) {
        FeatureCounts counts = new FeatureCounts();
        numbers.forEach(counts::increment);
        return counts;
    }

    private static List<Integer> known(TfIdfVocabulary vocabulary) {
        return numbers(vocabulary::knows);
    }

    private static List<Integer> numbers(IntPredicate which) {
        return Arrays.stream(IntStream.range(0, NUMBERS).filter(which).toArray())
                .boxed()
                .toList();
    }
}
