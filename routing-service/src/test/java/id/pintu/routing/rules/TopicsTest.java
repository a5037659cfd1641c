package id.pintu.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.pintu.routing.rules.Topic.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    private static final Topic WATER = topic("Water", "air mati", "pdam");
    private static final Topic POWER = topic("Power", "mati lampu", "token listrik", "pln");
    private static final Topic ANIMALS = topic("Animals", "ular", "sapi");

    private final Topics topics = new Topics(List.of(WATER, POWER, ANIMALS));

    @Test
    void takesTheTopicWithTheMostLettersOfItsWords() {
        assertThat(found("pdam dan mati lampu")).contains(POWER);
        assertThat(found("pdam: air mati, bukan mati lampu")).contains(WATER);
    }

    @Test
    void tellsTheWordsThatToldOnceEach() {
        assertThat(topics.find("PLN! pln? Token listrik").orElseThrow().words())
                .containsExactlyInAnyOrder("pln", "token listrik");
    }

    @Test
    void aWordSaidOftenCountsOnce() {
        assertThat(found("pln pln pln pln, air mati")).contains(WATER);
    }

    @Test
    void onATieTakesTheEarlierLineWhateverItsNameAndWhateverIsSaidFirst() {
        assertThat(found("ular dan pdam")).contains(WATER);
        assertThat(found("pdam dan ular")).contains(WATER);
        Topics turned = new Topics(List.of(ANIMALS, POWER, WATER));
        assertThat(turned.find("pdam dan ular").map(Topics.Found::topic)).contains(ANIMALS);
    }

    @Test
    void findsNothingWhereNothingIsSaid() {
        assertThat(found("halo")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void passesOverKeywordsTooShortToTell() {
        assertThat(new Topics(List.of(topic("Family", "kb", "kk"))).find("kb kk"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PUSAT", "BUMN"})
    void aNationalTopicNamesItsInstitution(Level level) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Topic("Passports", List.of("paspor"), level, Optional.empty(), Optional.empty(), ""))
                .withMessageContaining(level.name());
    }

    private Optional<Topic> found(String text) {
        return topics.find(text).map(Topics.Found::topic);
    }

    private static Topic topic(String name, String... keywords) {
        return new Topic(name, List.of(keywords), Level.KABKOTA, Optional.empty(), Optional.empty(), "UU 23/2014");
    }
}
