package id.pintu.routing.places;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {

    private static final Gazetteer GAZETTEER =
            new BundledTablesLoader().gazetteer(new BundledTablesLoader().registry());

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
                "kodya Semarang                                  | 33.74",
                "Kab Semarang                                    | 33.22",
                "Kabupaten Bandung                               | 32.04",
                "Kab. Bandung Barat                              | 32.17",
                "Bandung Barat                                   | 32.17",
                "di Kota Semarang, warga Semarang menunggu       | 33.74",
                "Kota Semarang dan Kota Bandung, Jawa Barat      | 32.73",
                "provinsi Jawa Tengah                            | 33",
                "pemprov jawa tengah                             | 33",
                "Jakarta Selatan                                 | 31.74",
                "Kota Administrasi Jakarta Selatan               | 31.74",
                "Kepulauan Seribu                                | 31.01",
                "di Jakarta                                      | 31",
                "Pemprov DKI                                     | 31",
                "Kota Yogyakarta, DIY                            | 34.71",
                "DI Yogyakarta                                   | 34",
                "kota kami banjar dan buru-buru                  | nowhere",
                "Kota Banjar                                     | 32.79",
                "Kabupaten Banjar                                | 63.03",
                "nganjuknya                                      | nowhere",
                // nicknames
                "warga jaksel mengeluh                           | 31.74",
                "@PemkotSmg tolong                               | 33.74",
                "sby macet terus                                 | 35.78",
                "harga beras di jateng                           | 33",
                // kecamatan
                "jalan di Kec. Gedebage                          | 32.73",
                "Kecamatan Poto Tano gelap                       | 52.07",
                "banjir di Kec. Bulakamba Kab. Brebes            | 33.29",
                // kelurahan and desa
                "air mati di kelurahan Bulustalan                | 33.74",
                "air mati di kel. bulu stalan                    | 33.74",
                "air mati di Bulustalan                          | 33.74",
                "warga Tambak Aji mengeluh                       | 33.74",
                "jalan Bulustalan rusak, Bulustalan banjir       | nowhere",
                "Desa Cidadap, Kabupaten Sukabumi                | 32.02",
                // a name of many villages
                "lampu padam di desa Sidodadi                    | nowhere",
                // everyday words that are place names too
                "setiap alasan gedung itu lanjut                 | nowhere",
                "ibu saya tetap menunggu sampai selesai          | nowhere",
            })
    void findsTheLikeliestRegion(String text, @Nullable String code) {
        assertThat(likeliest(ReportedLocation.UNKNOWN, text)).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void ranksAllRegionsOfAnAmbiguousName() {
        List<String> codes =
                GAZETTEER.locate(ReportedLocation.UNKNOWN, TokenizedText.of("di Bandung")).regencies().stream()
                        .map(ranked -> ranked.region().code())
                        .toList();

        assertThat(codes).startsWith("32.73").contains("32.04");
    }

    @Test
    void prefersTheChosenRegionToTheLocationDescriptionToTheText() {
        String text = "jalan rusak di Kota Bandung";
        assertThat(likeliest(new ReportedLocation(Optional.of("33.74"), Optional.of("Nganjuk")), text))
                .contains("33.74");
        assertThat(likeliest(new ReportedLocation(Optional.empty(), Optional.of("Kab. Nganjuk")), text))
                .contains("35.18");
        assertThat(likeliest(new ReportedLocation(Optional.empty(), Optional.of("depan pasar")), text))
                .contains("32.73");
        assertThat(likeliest(new ReportedLocation(Optional.of("99.99"), Optional.empty()), text))
                .contains("32.73");
        assertThat(likeliest(ReportedLocation.UNKNOWN, text)).contains("32.73");
    }

    @Test
    void doesNotLocateAStreetInTheTownItIsNamedAfter() {
        assertThat(likeliest(ReportedLocation.UNKNOWN, "Jalan Surabaya di Kota Malang"))
                .contains("35.73");
    }

    private static Optional<String> likeliest(ReportedLocation location, String text) {
        return GAZETTEER
                .locate(location, TokenizedText.of(text))
                .likeliest()
                .map(ranked -> ranked.region().code());
    }
}
