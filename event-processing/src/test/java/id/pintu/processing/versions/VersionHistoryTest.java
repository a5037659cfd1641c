package id.pintu.processing.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T03:00:00Z");

    private final VersionHistory<String> first =
            changed(VersionHistory.empty(), Map.of("a", "one"), new ChangeMetadata("PINTU", "the first", MONDAY));
    private final VersionHistory<String> second =
            changed(first, Map.of("a", "two", "b", "one"), new ChangeMetadata("DESK", "a decree", TUESDAY));

    @Test
    void countsVersionsByKeyAndRevisionsByChange() {
        assertThat(second.latest())
                .containsExactlyInAnyOrder(
                        new VersionedValue<>("a", 2, 2, TUESDAY, "DESK", "a decree", "two"),
                        new VersionedValue<>("b", 1, 2, TUESDAY, "DESK", "a decree", "one"));
        assertThat(second.revision()).isEqualTo(2);
    }

    @Test
    void isRestrictedToAMomentOrARevision() {
        assertThat(second.asOf(1).latest()).isEqualTo(first.latest());
        assertThat(second.asOf(TUESDAY.minusMillis(1)).latest()).isEqualTo(first.latest());
        assertThat(second.asOf(TUESDAY).latest()).isEqualTo(second.latest());
        assertThat(second.asOf(MONDAY.minusMillis(1)).latest()).isEmpty();
        assertThat(second.history("a")).extracting(VersionedValue::value).containsExactly("one", "two");
    }

    @Test
    void ignoresVersionsThatAreThereAlready() {
        assertThat(second.with(first.latest()).with(second.latest()).latest()).isEqualTo(second.latest());
    }

    @Test
    void theTimeOfARevisionIsNeverBeforeThatOfTheOneBeforeIt() {
        VersionHistory<String> third = changed(second, Map.of("b", "two"), new ChangeMetadata("DESK", "late", MONDAY));
        assertThat(third.latest("b")).get().extracting(VersionedValue::at).isEqualTo(TUESDAY);
        assertThat(third.asOf(1).latest()).isEqualTo(first.latest());
    }

    @Test
    void isWrittenAndReadAsJson() {
        VersionedValue<String> version = new VersionedValue<>("a", 2, 7, TUESDAY, "DESK", "a decree", "two");
        assertThat(new String(version.json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"key\":\"a\",\"version\":2,\"revision\":7,\"at\":\"2026-03-03T03:00:00Z\","
                        + "\"by\":\"DESK\",\"why\":\"a decree\",\"value\":\"two\"}");
        assertThat(VersionedValue.read(version.json(), String.class)).isEqualTo(version);
    }

    private static VersionHistory<String> changed(
            VersionHistory<String> from, Map<String, String> values, ChangeMetadata metadata) {
        List<VersionedValue<String>> next = from.nextVersions(values, metadata);
        return from.with(next);
    }
}
