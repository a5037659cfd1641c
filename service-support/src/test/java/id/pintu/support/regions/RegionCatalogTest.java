package id.pintu.support.regions;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.support.regions.RegionCatalog.AdministrativeRegion;
import org.junit.jupiter.api.Test;

class RegionCatalogTest {

    private final RegionCatalog regions = RegionCatalog.bundled();

    @Test
    void containsEveryProvinceKabupatenAndKota() {
        assertThat(regions.all()).hasSize(552);
        assertThat(regions.provinces()).hasSize(38);
        assertThat(regions.regenciesAndCitiesOf("33"))
                .hasSize(35)
                .contains(new AdministrativeRegion("33.74", "Kota Semarang", "kota", "33"));
        assertThat(regions.provinces().stream()
                        .mapToInt(province ->
                                regions.regenciesAndCitiesOf(province.code()).size())
                        .sum())
                .isEqualTo(514);
    }

    @Test
    void doesNotContainAnUnknownCode() {
        assertThat(regions.contains("33")).isTrue();
        assertThat(regions.contains("33.74")).isTrue();
        assertThat(regions.contains("99.99")).isFalse();
        assertThat(regions.regenciesAndCitiesOf("33.74")).isEmpty();
    }
}
