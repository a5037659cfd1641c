package id.pintu.routing.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.DuplicateType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimilarReportDetectorTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T03:00:00Z");
    private static final String LAMP = "Lampu jalan di depan Pasar Johar padam sejak Senin, gelap sekali dan rawan.";

    private final SimilarReportDetector detector = new SimilarReportDetector();

    @Test
    void linksTheSameTextFromAnyRegion() {
        assertThat(detect(1, MONDAY, LAMP, "33.74")).isEmpty();
        assertThat(detect(2, MONDAY.plusSeconds(9), "  " + LAMP.toUpperCase(Locale.ROOT) + "!!", "35.18"))
                .contains(new SimilarReportLink(id(2), id(1), DuplicateType.SAME_WORDS));
        assertThat(detect(3, MONDAY.plusSeconds(99), LAMP, ""))
                .contains(new SimilarReportLink(id(3), id(1), DuplicateType.SAME_WORDS));
    }

    @Test
    void doesNotLinkNearlyTheSameTextAboutAnotherRegion() {
        String surabaya = "Mohon informasi alamat lengkap kantor sekretariat program sembako untuk warga di Surabaya";
        detect(1, MONDAY, surabaya, "35.78");

        assertThat(detect(2, MONDAY.plusSeconds(9), surabaya.replace("Surabaya", "Bandung"), "32.73"))
                .isEmpty();
        assertThat(detect(3, MONDAY.plusSeconds(9), surabaya.replace("Surabaya", "sini"), ""))
                .as("it has no region")
                .isPresent();
    }

    @Test
    void keepsOneReportOfAnIncidentThatFiveThousandReport() {
        for (int i = 0; i < 5_000; i++) {
            detect(10_000 + i, MONDAY.plusMillis(i), "Saksi " + i + ": " + LAMP, "33.74");
        }

        assertThat(detector.firstReportCount()).isEqualTo(1);
        detect(1, MONDAY.plus(Duration.ofDays(31)), "Antrean di Puskesmas Halmahera panjang sekali", "33.74");
        assertThat(detector.seenCount()).as("evicted after the retention").isEqualTo(1);
    }

    @Test
    void linksSimilarReportsAsOneIncidentInTheSameRegionWithinThreeDays() {
        String flood = "Banjir setinggi lutut di Jalan Kaligawe, kendaraan tidak bisa lewat";
        String again = "Kendaraan tidak bisa lewat Jalan Kaligawe karena banjir setinggi lutut orang";
        detect(1, MONDAY, flood, "33.74");

        assertThat(detect(2, MONDAY.plusSeconds(60), again, "33.74"))
                .contains(new SimilarReportLink(id(2), id(1), DuplicateType.SAME_INCIDENT));
        String third = "Setinggi lutut banjir di Kaligawe, Jalan tidak bisa kendaraan lewat";
        assertThat(detect(3, MONDAY.plusSeconds(60), third, "33.21")).isEmpty();
        String fourth = "Kaligawe banjir setinggi lutut lagi, kendaraan tidak bisa lewat Jalan";
        assertThat(detect(4, MONDAY.plus(Duration.ofDays(5)), fourth, "33.74")).isEmpty();
    }

    @Test
    void linksToTheEarlierReportInAnyOrderOfProcessing() {
        detect(1, MONDAY.plusSeconds(60), LAMP, "33.74");

        assertThat(detect(2, MONDAY, LAMP, "33.74"))
                .contains(new SimilarReportLink(id(1), id(2), DuplicateType.SAME_WORDS));
        assertThat(detect(3, MONDAY.plusSeconds(90), LAMP, "33.74"))
                .contains(new SimilarReportLink(id(3), id(2), DuplicateType.SAME_WORDS));
        assertThat(detector.firstReportCount()).isEqualTo(1);
    }

    @Test
    void aReportDoesNotRepeatItself() {
        detect(1, MONDAY, LAMP, "33.74");

        assertThat(detect(1, MONDAY, LAMP, "33.74")).isEmpty();
    }

    @Test
    void doesNotLinkShortTextsOrOtherMatters() {
        for (String text : List.of("mohon bantuan", "mohon bantuan", "Jalan rusak parah di desa kami sejak lebaran")) {
            assertThat(detect(next++, MONDAY, text, "33.74")).isEmpty();
        }
    }

    @Test
    void forgetsAReportAfterThirtyDays() {
        detect(1, MONDAY, LAMP, "33.74");

        assertThat(detect(2, MONDAY.plus(Duration.ofDays(31)), LAMP, "33.74")).isEmpty();
        assertThat(detect(3, MONDAY.plus(Duration.ofDays(32)), LAMP, "33.74"))
                .contains(new SimilarReportLink(id(3), id(2), DuplicateType.SAME_WORDS));
    }

    private int next = 1_000;

    private Optional<SimilarReportLink> detect(int number, Instant at, String text, String regionCode) {
        return detector.detect(new SimilarityInput(
                id(number), at, text, Optional.of(regionCode).filter(code -> !code.isEmpty())));
    }

    private static ComplaintId id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putLong((long) number << 8).array());
    }
}
