package id.pintu.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SvmTextClassifierTest {

    private static final List<String> ROADS = List.of("jalan berlubang", "aspal rusak di jalan", "jalan becek");
    private static final List<String> WATER = List.of("air keruh", "pipa air bocor", "air tidak mengalir");

    @Test
    void ignoresFeaturesItDoesNotKnow() {
        SvmTextClassifier classifier = classifier();
        ClassifierInput input = input("jalan di depan pasar belum diaspal");

        assertThat(input.features(classifier::usesFeature).size())
                .isBetween(1, input.features().size() - 1);
        assertThat(classifier.margins(input.features(classifier::usesFeature)))
                .isEqualTo(classifier.margins(input.features()));
    }

    @Test
    void scoresTheLabelOfSimilarTextsHighest() {
        SvmTextClassifier classifier = classifier();

        assertThat(classifier.labels()).containsExactly("roads", "water");
        float[] margins = classifier.margins(input("jalan kami berlubang").features());
        assertThat(margins[0]).isPositive();
        assertThat(margins[1]).isNegative();
    }

    private static SvmTextClassifier classifier() {
        return SvmTextClassifier.train(
                IntStream.range(0, ROADS.size() + WATER.size())
                        .mapToObj(i ->
                                i % 2 == 0 ? labelled(ROADS.get(i / 2), "roads") : labelled(WATER.get(i / 2), "water"))
                        .toList(),
                2,
                1,
                20_000);
    }

    private static SvmTextClassifier.LabelledFeatures labelled(String text, String label) {
        return new SvmTextClassifier.LabelledFeatures(input(text).features(), Set.of(label));
    }

    private static ClassifierInput input(String text) {
        return new ClassifierInput(TokenizedText.of(""), TokenizedText.of(text), List.of());
    }
}
