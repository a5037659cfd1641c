package id.pintu.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextModelTest {

    private static final List<String> ROADS = List.of("jalan berlubang", "aspal rusak di jalan", "jalan becek");
    private static final List<String> WATER = List.of("air keruh", "pipa air bocor", "air tidak mengalir");

    @Test
    void looksAtWhatItKnowsAlone() {
        TextModel model = model();
        Lesson lesson = lesson("jalan di depan pasar belum diaspal");

        assertThat(lesson.features(model::knows).size())
                .isBetween(1, lesson.features().size() - 1);
        assertThat(model.margins(lesson.features(model::knows))).isEqualTo(model.margins(lesson.features()));
    }

    @Test
    void tellsTheLabelWhoseTextsWereLikeIt() {
        TextModel model = model();

        assertThat(model.labels()).containsExactly("roads", "water");
        float[] margins = model.margins(lesson("jalan kami berlubang").features());
        assertThat(margins[0]).isPositive();
        assertThat(margins[1]).isNegative();
    }

    private static TextModel model() {
        return TextModel.train(
                IntStream.range(0, ROADS.size() + WATER.size())
                        .mapToObj(i ->
                                i % 2 == 0 ? labelled(ROADS.get(i / 2), "roads") : labelled(WATER.get(i / 2), "water"))
                        .toList(),
                2,
                1);
    }

    private static TextModel.Labelled labelled(String text, String label) {
        return new TextModel.Labelled(lesson(text).features(), Set.of(label));
    }

    private static Lesson lesson(String text) {
        return new Lesson(Words.of(""), Words.of(text), List.of());
    }
}
