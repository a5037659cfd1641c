package id.pintu.portal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.portal.oversight.HandlingFigures;
import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import id.pintu.portal.oversight.SupervisedInstitution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Tests of the report to print, as a reader of the PDF has it. */
class OversightPdfWriterTest {

    /** Those of a province in 2020, as PANRB announced them. */
    private static final HandlingFigures SEED =
            new HandlingFigures(826, 644, 26, 150, 6, 1_000, 900, Optional.empty(), Optional.empty());

    private static final HandlingFigures NOTHING =
            new HandlingFigures(0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    private final OversightPdfWriter writer = new OversightPdfWriter(messages());

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("portal/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void beginsWithTheSentenceAndNumbersItsPages() throws IOException {
        List<InstitutionFigures> many = IntStream.range(0, 60)
                .mapToObj(i -> new InstitutionFigures(
                        new SupervisedInstitution("D.33.%02d".formatted(i), "Kabupaten " + i, true), NOTHING))
                .toList();
        List<String> pages = pages(writer.write(
                "Jawa Tengah", "1 Januari 2020 – 31 Desember 2020", Optional.of("Rabu"), SEED, many, Locale.of("id")));

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.getFirst())
                .contains(
                        "Pengawasan Provinsi Jawa Tengah",
                        "826 laporan diterima, 81 % ditindaklanjuti: 78 % selesai, 3 % proses.",
                        "Dihitung sampai Rabu.",
                        "Kabupaten 0",
                        "Halaman 1");
        assertThat(pages.get(1)).contains("Halaman 2", "Diterima");
        assertThat(pages.getLast()).contains("Kabupaten 59");
    }

    @Test
    void saysInEnglishThatThereIsNothing() throws IOException {
        assertThat(pages(writer.write("", "2001", Optional.empty(), NOTHING, List.of(), Locale.ENGLISH))
                        .getFirst())
                .contains("National oversight", "No reports in this period.", "Figures are incomplete");
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor text = new PdfTextExtractor(reader);
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(text.getTextFromPage(page).replaceAll("[\\s\u00a0]+", " "));
            }
            return pages;
        }
    }
}
