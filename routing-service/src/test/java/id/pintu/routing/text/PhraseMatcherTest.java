package id.pintu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.text.PhraseMatcher.PhraseMatch;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PhraseMatcherTest {

    private final PhraseMatcher<String> matcher = new PhraseMatcher<>();

    @Test
    void findsWholeWordsInAnyCaseAndPunctuation() {
        matcher.add("e-KTP", "id");
        matcher.add("jalan rusak", "road");

        assertThat(meanings("(E KTP), jalan...RUSAK!")).containsExactly("id", "road");
        assertThat(meanings("jalanan rusak, jalan rusaknya, ktp")).isEmpty();
    }

    @Test
    void findsTheLongestPhraseAtEachPositionWithoutOverlaps() {
        matcher.add("kota", "a town");
        matcher.add("kota bandung", "the town");
        matcher.add("bandung barat", "the west");

        assertThat(matcher.findIn(TokenizedText.of("di kota bandung barat kota")))
                .containsExactly(
                        new PhraseMatch<>(1, 2, Set.of("the town")), new PhraseMatch<>(4, 1, Set.of("a town")));
    }

    @Test
    void aPhraseMayHaveSeveralMeanings() {
        matcher.add("Bandung", "kabupaten");
        matcher.add("bandung ", "kota");

        assertThat(matcher.meaningsOf("BANDUNG")).containsExactly("kabupaten", "kota");
        assertThat(matcher.meaningsOf("Surabaya")).isEmpty();
    }

    @Test
    void normalisesFullWidthLettersAndLigatures() {
        matcher.add("pungli", "graft");

        assertThat(meanings("ＰＵＮＧＬＩ")).containsExactly("graft");
    }

    @Test
    void ignoresAPhraseWithoutWords() {
        matcher.add("--", "nothing");

        assertThat(meanings("-- anything")).isEmpty();
        assertThat(matcher.meaningsOf("")).isEmpty();
    }

    @Property
    void findsAPhraseBetweenAnyOtherTexts(@ForAll String before, @ForAll String after) {
        matcher.add("jalan rusak", "road");

        assertThat(meanings(before + " jalan rusak " + after)).contains("road");
    }

    private List<String> meanings(String text) {
        return matcher.findIn(TokenizedText.of(text)).stream()
                .flatMap(match -> match.meanings().stream())
                .toList();
    }
}
