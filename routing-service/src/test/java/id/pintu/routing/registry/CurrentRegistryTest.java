package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CurrentRegistryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private final CurrentRegistry registry = new CurrentRegistry(Entries.REGIONS);

    @Test
    void hasNothingToSayBeforeItWasRead() {
        Supplier<Registry> derived = registry.derive(now -> now);

        assertThatIllegalStateException().isThrownBy(registry::get);
        assertThatIllegalStateException().isThrownBy(derived::get);
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
    void whatIsDerivedIsMadeAnewForEachChangeAndOnlyThen() {
        List<Registry> seen = new ArrayList<>();
        Supplier<Integer> count = registry.derive(now -> {
            seen.add(now);
            return now.institutions().size();
        });
        registry.hold(List.of(Entries.semarang()));
        registry.hold(List.of(Entries.semarang()));
        registry.miss(Map.of());
        assertThat(count.get()).isEqualTo(1);
        assertThat(seen).hasSize(1);

        registry.hold(List.of(Entries.semarang(), Entries.denpasar()));
        assertThat(count.get()).isEqualTo(2);
        assertThat(seen.getFirst().institutions()).hasSize(1);
    }

    @Test
    void theTimeZoneIsThatOfTheRegion() {
        registry.hold(List.of(Entries.denpasar()));
        assertThat(registry.get().institution("D.51.71").orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    }
}
