package id.pintu.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.Report.Place;
import id.pintu.routing.Reports;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.registry.Region;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {

    private static final Gazetteer GAZETTEER = new Gazetteer(new Tables().registry(Set.of()));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "nowhere",
            value = {
                "jalan rusak                                     | nowhere",
                "jalan rusak di Nganjuk                          | 35.18",
                "jalan rusak di KAB. NGANJUK                     | 35.18",
                "Pemkab Nganjuk diam saja                        | 35.18",
                "Pemerintah Kabupaten Nganjuk diam saja          | 35.18",
                "di Kota Semarang                                | 33.74",
                "di kota   semarang.                             | 33.74",
                "pemkot semarang                                 | 33.74",
                "kodya Semarang                                  | 33.74",
                "Kab Semarang                                    | 33.22",
                "di Semarang                                     | nowhere",
                "di Bandung                                      | nowhere",
                "Kabupaten Bandung                               | 32.04",
                "Kab. Bandung Barat                              | 32.17",
                "Bandung Barat                                   | 32.17",
                "di Malang, bukan di Kediri                      | nowhere",
                "di Nganjuk dan di Kota Semarang                 | nowhere",
                "di Kota Semarang, warga Semarang menunggu       | 33.74",
                "warga Semarang menunggu di Kota Semarang        | 33.74",
                "Kota Semarang dan Kota Bandung, Jawa Barat      | 32.73",
                "Semarang, Jawa Tengah                           | nowhere",
                "Bandung, kantor pusatnya di Jawa Timur          | nowhere",
                "provinsi Jawa Tengah                            | 33",
                "pemprov jawa tengah                             | 33",
                "Jawa Tengah atau Jawa Timur                     | nowhere",
                "Jakarta Selatan                                 | 31.74",
                "Kota Administrasi Jakarta Selatan               | 31.74",
                "Pemkot Jakarta Selatan, DKI Jakarta             | 31.74",
                "Kepulauan Seribu                                | 31.01",
                "di Jakarta                                      | 31",
                "Pemprov DKI                                     | 31",
                "Bandung, kantor pusatnya di Jakarta             | nowhere",
                "Kota Yogyakarta, DIY                            | 34.71",
                "Yogyakarta                                      | 34.71",
                "DI Yogyakarta                                   | 34",
                "kota kami banjar dan buru-buru                  | nowhere",
                "Kota Banjar                                     | 32.79",
                "Kabupaten Banjar                                | 63.03",
                "nganjuknya                                      | nowhere",
            })
    void findsTheOneRegionThatIsMeant(String text, @Nullable String code) {
        assertThat(GAZETTEER.locate(Reports.saying(text)).map(Region::code)).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void believesTheChosenRegionBeforeThePlacesWordsBeforeTheReports() {
        assertThat(located(new Place(Optional.of("33.74"), Optional.of("Nganjuk"))))
                .contains("33.74");
        assertThat(located(new Place(Optional.empty(), Optional.of("Nganjuk")))).contains("35.18");
        assertThat(located(new Place(Optional.empty(), Optional.of("depan pasar"))))
                .contains("32.73");
        assertThat(located(new Place(Optional.of("99.99"), Optional.empty()))).contains("32.73");
        assertThat(located(Place.UNKNOWN)).contains("32.73");
    }

    private static Optional<String> located(Place place) {
        Report report = Reports.report(Door.WEB, "jalan rusak di Kota Bandung", place, Optional.empty());
        return GAZETTEER.locate(report).map(Region::code);
    }
}
