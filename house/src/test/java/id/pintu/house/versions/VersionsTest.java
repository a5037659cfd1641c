package id.pintu.house.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T03:00:00Z");

    private final Versions<String> first =
            changed(Versions.none(), Map.of("a", "one"), new Signature("PINTU", "the first", MONDAY));
    private final Versions<String> second =
            changed(first, Map.of("a", "two", "b", "one"), new Signature("DESK", "a decree", TUESDAY));

    @Test
    void countsVersionsByThingAndRevisionsByChange() {
        assertThat(second.latest())
                .containsExactlyInAnyOrder(
                        new Version<>("a", 2, 2, TUESDAY, "DESK", "a decree", "two"),
                        new Version<>("b", 1, 2, TUESDAY, "DESK", "a decree", "one"));
        assertThat(second.revision()).isEqualTo(2);
    }

    @Test
    void tellsHowItWasAtAnyMomentAndAfterAnyRevision() {
        assertThat(second.asOf(1).latest()).isEqualTo(first.latest());
        assertThat(second.asOf(TUESDAY.minusMillis(1)).latest()).isEqualTo(first.latest());
        assertThat(second.asOf(TUESDAY).latest()).isEqualTo(second.latest());
        assertThat(second.asOf(MONDAY.minusMillis(1)).latest()).isEmpty();
        assertThat(second.history("a")).extracting(Version::value).containsExactly("one", "two");
    }

    @Test
    void bearsWhatItKnowsAlready() {
        assertThat(second.with(first.latest()).with(second.latest()).latest()).isEqualTo(second.latest());
    }

    @Test
    void aRevisionIsNeverBeforeTheOneBeforeItWhateverTheClockSays() {
        Versions<String> third = changed(second, Map.of("b", "two"), new Signature("DESK", "late", MONDAY));
        assertThat(third.latest("b")).get().extracting(Version::at).isEqualTo(TUESDAY);
        assertThat(third.asOf(1).latest()).isEqualTo(first.latest());
    }

    @Test
    void travelsAsJson() {
        Version<String> version = new Version<>("a", 2, 7, TUESDAY, "DESK", "a decree", "two");
        assertThat(new String(version.json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"key\":\"a\",\"version\":2,\"revision\":7,\"at\":\"2026-03-03T03:00:00Z\","
                        + "\"by\":\"DESK\",\"why\":\"a decree\",\"value\":\"two\"}");
        assertThat(Version.read(version.json(), String.class)).isEqualTo(version);
    }

    private static Versions<String> changed(Versions<String> from, Map<String, String> values, Signature signature) {
        List<Version<String>> next = from.next(values, signature);
        return from.with(next);
    }
}
