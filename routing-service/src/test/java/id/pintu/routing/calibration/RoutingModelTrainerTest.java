package id.pintu.routing.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.routing.SampleReports;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.learning.TrainingExample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training on the decisions of ministries alone. */
class RoutingModelTrainerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final BundledTablesLoader TABLES = new BundledTablesLoader();
    private static final RoutingKnowledge KNOWLEDGE = TABLES.knowledge();
    private static final List<String> TOWNS =
            List.of("Kota Bandung", "Kabupaten Jember", "Kota Medan", "Kabupaten Garut", "Kota Palu", "Kabupaten Pati");

    private static final Map<String, List<String>> MINISTRIES = Map.of(
            "K.DAGRI", List.of("KTP elektronik belum jadi, blangko habis", "perekaman e-KTP menunggu setahun"),
            "K.SOS", List.of("belum menerima PKH padahal miskin", "kartu KKS tidak ada saldo BPNT"),
            "K.IMIPAS", List.of("antrean paspor daring selalu penuh", "kantor imigrasi lambat membuat paspor"),
            "L.BPJSKES", List.of("kartu BPJS Kesehatan tidak aktif", "iuran BPJS Kesehatan terpotong dua kali"));

    private static final ComplaintRouter MINISTRIES_ONLY =
            new ComplaintRouter(KNOWLEDGE, new RoutingModelTrainer(KNOWLEDGE, DAY).train(history()));

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Jalan kota berlubang di Kota Semarang, sudah dua motor jatuh | D.33.74",
                "Sampah menumpuk di pasar Kabupaten Banyumas                  | D.33.02",
                "Lampu jalan mati di Kota Padang                              | D.13.71",
                "Drainase mampet, banjir di Kabupaten Sidoarjo                | D.35.15"
            })
    void examplesOfMinistriesAloneDoNotCountAgainstLocalGovernments(String text, String government) {
        assertThat(likeliest(text)).isEqualTo(government);
    }

    @Test
    void learnsFromTheExamplesItHas() {
        assertThat(MINISTRIES_ONLY.model().classifier().isUntrained()).isFalse();
        assertThat(likeliest("perekaman sudah setahun, blangko katanya habis terus"))
                .isEqualTo("K.DAGRI");
    }

    private static String likeliest(String text) {
        return MINISTRIES_ONLY.likeliest(SampleReports.withText(text), 1, DAY).stream()
                .map(InstitutionLikelihood::institution)
                .findFirst()
                .orElse("none");
    }

    private static List<TrainingExample> history() {
        List<TrainingExample> history = new ArrayList<>();
        MINISTRIES.forEach((code, complaints) -> {
            for (int i = 0; i < 60; i++) {
                String text = "%s di %s, laporan ke %d"
                        .formatted(complaints.get(i % complaints.size()), TOWNS.get(i % TOWNS.size()), i);
                history.add(new TrainingExample(code + "/" + i, SampleReports.withText(text), code));
            }
        });
        return history;
    }
}
