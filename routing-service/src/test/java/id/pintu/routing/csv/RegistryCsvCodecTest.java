package id.pintu.routing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.csv.RegistryCsvCodec.RegistryCsvError;
import id.pintu.routing.csv.RegistryCsvCodec.RegistryCsvRow;
import id.pintu.routing.registry.FeedConnectionStatus;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.SampleRegistryEntries;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryCsvCodecTest {

    private static final Map<String, RegistryEntry> CURRENT_ENTRIES =
            Map.of("D.33.74", SampleRegistryEntries.semarang());

    @Test
    void readsBackWhatItWrites() {
        Map<RegistryEntry, Integer> versions = new LinkedHashMap<>();
        new BundledTablesLoader()
                .entries(Set.of("D.33.75"))
                .forEach(entry ->
                        versions.put(entry.code().equals("D.33.74") ? SampleRegistryEntries.semarang() : entry, 3));

        RegistryCsvCodec.RegistryCsvContent content = read(RegistryCsvCodec.write(versions), Map.of());

        assertThat(content.errors()).isEmpty();
        assertThat(content.rows()).extracting(RegistryCsvRow::entry).containsExactlyElementsOf(versions.keySet());
        assertThat(content.rows()).extracting(RegistryCsvRow::version).containsOnly(Optional.of(3));
    }

    @Test
    void aMissingColumnKeepsTheFieldAndAnEmptyCellEmptiesIt() {
        RegistryCsvCodec.RegistryCsvContent content =
                read("code,connected,short_name\nD.33.74,tidak,\n", CURRENT_ENTRIES);

        RegistryEntry currentEntry = SampleRegistryEntries.semarang();
        assertThat(content.rows()).singleElement().satisfies(row -> {
            assertThat(row.entry().name()).isEqualTo(currentEntry.name());
            assertThat(row.entry().shortName()).isEmpty();
            assertThat(row.entry().connection())
                    .isEqualTo(new FeedConnectionStatus(
                            false,
                            currentEntry.connection().decree(),
                            currentEntry.connection().since()));
        });
    }

    @Test
    void aNewInstitutionIsNotConnectedByDefault() {
        RegistryCsvCodec.RegistryCsvContent content =
                read("code,name,kind\nK.BARU,Kementerian Baru,kementerian\n", CURRENT_ENTRIES);
        assertThat(content.rows().getFirst().entry().connection()).isEqualTo(FeedConnectionStatus.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'code,connected\nD.33.74,yes'                | 2 | connected       | is ya or tidak",
                "'code,connected_since\nD.33.74,1/2/2019'     | 2 | connected_since | is a date such as 2026-01-31",
                "'code,version\nD.33.74,latest'               | 2 | version         | is a number",
                "'code,region\nD.33.74,33'                     | 1 | ''              | 'the column ''region'' is unknown, did you mean ''region_code''; known are code, name, short_name, kind, region_code, parent, aliases, sms_keywords, connected, decree, connected_since, source, version'",
                "'code,name\n,Nobody'                         | 2 | code            | is required",
                "'code,aliases\nD.33.74,A\nD.33.74,B'           | 3 | code            | line 2 has it already",
            })
    void reportsAnInvalidCellWithLineAndColumn(String csv, long line, String column, String message) {
        assertThat(read(csv, CURRENT_ENTRIES).errors()).containsExactly(new RegistryCsvError(line, column, message));
    }

    @Test
    void reportsALineWithTooFewFields() {
        assertThat(read("code,name,kind\nD.33.74,X,pemerintah_kota\nD.51.71,Y\n", CURRENT_ENTRIES)
                        .errors())
                .isEqualTo(List.of(new RegistryCsvError(3, "", "has 2 cells, the header has 3")));
    }

    @Test
    void aTableFromASpreadsheetIsReadAndOneInAnotherEncodingIsRefusedWithItsLine() {
        assertThat(read("\uFEFFcode;name\r\nD.33.74;Pemerintah Kota Semarang\r\n", CURRENT_ENTRIES)
                        .rows())
                .singleElement()
                .returns("Pemerintah Kota Semarang", row -> row.entry().name());
        byte[] windows = "code,name\nD.33.74,Kota S\u00e9marang\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(RegistryCsvCodec.read(windows, CURRENT_ENTRIES).errors())
                .singleElement()
                .returns(2L, RegistryCsvError::line)
                .satisfies(error -> assertThat(error.message()).startsWith("is not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "@SUM(1)", "+62811", "'=1"})
    void aNameThatASpreadsheetWouldCalculateIsExportedSafelyAndComesBack(String name) {
        RegistryEntry entry =
                RegistryEntry.builder("D.33.74", name, "pemerintah_kota").build();
        String table = RegistryCsvCodec.write(Map.of(entry, 1));
        assertThat(table).doesNotContain("," + name.charAt(0) + name.charAt(1)).contains("'" + name.charAt(0));
        assertThat(read(table, Map.of()).rows())
                .singleElement()
                .returns(name, row -> row.entry().name());
    }

    private static RegistryCsvCodec.RegistryCsvContent read(String csv, Map<String, RegistryEntry> current) {
        return RegistryCsvCodec.read(csv.getBytes(StandardCharsets.UTF_8), current);
    }
}
