package id.pintu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.text.Phrases.Match;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private final Phrases<String> phrases = new Phrases<>();

    @Test
    void findsWholeWordsInAnyCaseBetweenAnyMarks() {
        phrases.add("e-KTP", "id");
        phrases.add("jalan rusak", "road");

        assertThat(meanings("(E KTP), jalan...RUSAK!")).containsExactly("id", "road");
        assertThat(meanings("jalanan rusak, jalan rusaknya, ktp")).isEmpty();
    }

    @Test
    void takesTheLongestAtEachPlaceAndNoneInsideAnother() {
        phrases.add("kota", "a town");
        phrases.add("kota bandung", "the town");
        phrases.add("bandung barat", "the west");

        assertThat(phrases.in(Words.of("di kota bandung barat kota")))
                .containsExactly(new Match<>(1, 2, Set.of("the town")), new Match<>(4, 1, Set.of("a town")));
    }

    @Test
    void onePhraseMayMeanSeveralThings() {
        phrases.add("Bandung", "kabupaten");
        phrases.add("bandung ", "kota");

        assertThat(phrases.meaningsOf("BANDUNG")).containsExactly("kabupaten", "kota");
        assertThat(phrases.meaningsOf("Surabaya")).isEmpty();
    }

    @Test
    void readsFullWidthAndLigaturesAsTheyLook() {
        phrases.add("pungli", "graft");

        assertThat(meanings("ＰＵＮＧＬＩ")).containsExactly("graft");
    }

    @Test
    void aPhraseWithoutWordsIsNone() {
        phrases.add("--", "nothing");

        assertThat(meanings("-- anything")).isEmpty();
        assertThat(phrases.meaningsOf("")).isEmpty();
    }

    @Property
    void whateverThereIsItFindsWhatStandsBetween(@ForAll String before, @ForAll String after) {
        phrases.add("jalan rusak", "road");

        assertThat(meanings(before + " jalan rusak " + after)).contains("road");
    }

    private List<String> meanings(String text) {
        return phrases.in(Words.of(text)).stream()
                .flatMap(match -> match.meanings().stream())
                .toList();
    }
}
