package id.pintu.house.regions;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.house.regions.Regions.Region;
import org.junit.jupiter.api.Test;

class RegionsTest {

    private final Regions regions = Regions.bundled();

    @Test
    void everyProvinceKabupatenAndKotaHasItsCode() {
        assertThat(regions.all()).hasSize(552);
        assertThat(regions.provinces()).hasSize(38);
        assertThat(regions.in("33")).hasSize(35).contains(new Region("33.74", "Kota Semarang", "kota", "33"));
        assertThat(regions.provinces().stream()
                        .mapToInt(province -> regions.in(province.code()).size())
                        .sum())
                .isEqualTo(514);
    }

    @Test
    void knowsWhatIsNoCode() {
        assertThat(regions.has("33")).isTrue();
        assertThat(regions.has("33.74")).isTrue();
        assertThat(regions.has("99.99")).isFalse();
        assertThat(regions.in("33.74")).isEmpty();
    }
}
