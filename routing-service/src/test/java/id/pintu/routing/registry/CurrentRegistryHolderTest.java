package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.pintu.events.ReasonFactName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrentRegistryHolderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private final CurrentRegistryHolder registry = new CurrentRegistryHolder(SampleRegistryEntries.REGIONS);

    @Test
    void failsBeforeTheEntriesWereRead() {
        assertThatIllegalStateException().isThrownBy(registry::get);
    }

    @Test
    void aReportedInstitutionIsInactiveUntilItIsNoLongerReported() {
        registry.replaceEntries(List.of(SampleRegistryEntries.semarang(), SampleRegistryEntries.centralJava()));
        registry.replaceInactive(Map.of("D.33.74", NOW));

        RegistryInstitution inactive = registry.get().institution("D.33.74").orElseThrow();
        assertThat(inactive.unavailableReason()).contains(ReasonFactName.NOT_ACTIVE);
        assertThat(inactive.takesReports()).isFalse();
        assertThat(registry.inactiveSince("D.33.74")).contains(NOW);

        registry.replaceInactive(Map.of());
        assertThat(registry.get().institution("D.33.74").orElseThrow().takesReports())
                .isTrue();
    }

    @Test
    void buildsANewRegistryOnlyAfterAChange() {
        registry.replaceEntries(List.of(SampleRegistryEntries.semarang()));
        InstitutionRegistry before = registry.get();
        registry.replaceEntries(List.of(SampleRegistryEntries.semarang()));
        registry.replaceInactive(Map.of());
        assertThat(registry.get()).isSameAs(before);

        registry.replaceEntries(List.of(SampleRegistryEntries.semarang(), SampleRegistryEntries.denpasar()));
        assertThat(registry.get().institutions()).hasSize(2);
        assertThat(before.institutions()).hasSize(1);
    }

    @Test
    void givesAnInstitutionTheTimeZoneOfItsRegion() {
        registry.replaceEntries(List.of(SampleRegistryEntries.denpasar()));
        assertThat(registry.get().institution("D.51.71").orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    }
}
