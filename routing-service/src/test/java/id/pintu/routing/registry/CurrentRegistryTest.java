package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrentRegistryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private final CurrentRegistry registry = new CurrentRegistry(Entries.REGIONS);

    @Test
    void hasNothingToSayBeforeItWasRead() {
        assertThatIllegalStateException().isThrownBy(registry::get);
    }

    @Test
    void whoIsAbsentIsNotActiveUntilTheyAreBack() {
        registry.hold(List.of(Entries.semarang(), Entries.centralJava()));
        registry.miss(Map.of("D.33.74", NOW));

        Registration absent = registry.get().institution("D.33.74").orElseThrow();
        assertThat(absent.obstacle()).contains("not-active");
        assertThat(absent.takesReports()).isFalse();
        assertThat(registry.absentSince("D.33.74")).contains(NOW);

        registry.miss(Map.of());
        assertThat(registry.get().institution("D.33.74").orElseThrow().takesReports())
                .isTrue();
    }

    @Test
    void isAnotherValueAfterEachChangeAndOnlyThen() {
        registry.hold(List.of(Entries.semarang()));
        Registry before = registry.get();
        registry.hold(List.of(Entries.semarang()));
        registry.miss(Map.of());
        assertThat(registry.get()).isSameAs(before);

        registry.hold(List.of(Entries.semarang(), Entries.denpasar()));
        assertThat(registry.get().institutions()).hasSize(2);
        assertThat(before.institutions()).hasSize(1);
    }

    @Test
    void theTimeZoneIsThatOfTheRegion() {
        registry.hold(List.of(Entries.denpasar()));
        assertThat(registry.get().institution("D.51.71").orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    }
}
