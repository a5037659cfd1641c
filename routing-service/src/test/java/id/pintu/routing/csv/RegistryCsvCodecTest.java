package id.pintu.routing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.csv.RegistryCsvCodec.RegistryCsvError;
import id.pintu.routing.csv.RegistryCsvCodec.RegistryCsvRow;
import id.pintu.routing.registry.FeedConnectionStatus;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.SampleRegistryEntries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        RegistryCsvCodec.RegistryCsvContent content = RegistryCsvCodec.read(RegistryCsvCodec.write(versions), Map.of());

        assertThat(content.errors()).isEmpty();
        assertThat(content.rows()).extracting(RegistryCsvRow::entry).containsExactlyElementsOf(versions.keySet());
        assertThat(content.rows()).extracting(RegistryCsvRow::version).containsOnly(Optional.of(3));
    }

    @Test
    void aMissingColumnKeepsTheFieldAndAnEmptyCellEmptiesIt() {
        RegistryCsvCodec.RegistryCsvContent content =
                RegistryCsvCodec.read("code,connected,short_name\nD.33.74,tidak,\n", CURRENT_ENTRIES);

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
                RegistryCsvCodec.read("code,name,kind\nK.BARU,Kementerian Baru,kementerian\n", CURRENT_ENTRIES);
        assertThat(content.rows().getFirst().entry().connection()).isEqualTo(FeedConnectionStatus.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'code,connected\nD.33.74,yes'                | 2 | connected       | is ya or tidak",
                "'code,connected_since\nD.33.74,1/2/2019'     | 2 | connected_since | is a date such as 2026-01-31",
                "'code,version\nD.33.74,latest'               | 2 | version         | is a number",
                "'code,name\n,Nobody'                         | 2 | code            | is required",
                "'code,aliases\nD.33.74,A\nD.33.74,B'           | 3 | code            | an earlier line has it already",
            })
    void reportsAnInvalidCellWithLineAndColumn(String csv, long line, String column, String message) {
        assertThat(RegistryCsvCodec.read(csv, CURRENT_ENTRIES).errors())
                .containsExactly(new RegistryCsvError(line, column, message));
    }

    @Test
    void reportsALineWithTooFewFields() {
        assertThat(RegistryCsvCodec.read("code,name,kind\nD.33.74,X,pemerintah_kota\nD.51.71,Y\n", CURRENT_ENTRIES)
                        .errors())
                .isEqualTo(List.of(new RegistryCsvError(3, "", "is not valid CSV from here on")));
    }
}
