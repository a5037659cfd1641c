package id.pintu.routing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.routing.csv.RegistryTable.Fault;
import id.pintu.routing.csv.RegistryTable.Row;
import id.pintu.routing.registry.Connection;
import id.pintu.routing.registry.Entries;
import id.pintu.routing.registry.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTableTest {

    private static final Map<String, Entry> STANDING = Map.of("D.33.74", Entries.semarang());

    @Test
    void whatIsWrittenIsReadTheSame() {
        Map<Entry, Integer> versions = new LinkedHashMap<>();
        new Tables()
                .entries(Set.of("D.33.75"))
                .forEach(entry -> versions.put(entry.code().equals("D.33.74") ? Entries.semarang() : entry, 3));

        RegistryTable.Content content = RegistryTable.read(RegistryTable.write(versions), Map.of());

        assertThat(content.faults()).isEmpty();
        assertThat(content.rows()).extracting(Row::entry).containsExactlyElementsOf(versions.keySet());
        assertThat(content.rows()).extracting(Row::version).containsOnly(Optional.of(3));
    }

    @Test
    void aMissingColumnLeavesWhatStandsAndAnEmptyCellEmptiesIt() {
        RegistryTable.Content content = RegistryTable.read("code,connected,short_name\nD.33.74,tidak,\n", STANDING);

        Entry standing = Entries.semarang();
        assertThat(content.rows()).singleElement().satisfies(row -> {
            assertThat(row.entry().name()).isEqualTo(standing.name());
            assertThat(row.entry().shortName()).isEmpty();
            assertThat(row.entry().connection())
                    .isEqualTo(new Connection(
                            false,
                            standing.connection().decree(),
                            standing.connection().since()));
        });
    }

    @Test
    void aNewInstitutionIsNotConnectedUntilSomebodySaysSo() {
        RegistryTable.Content content =
                RegistryTable.read("code,name,kind\nK.BARU,Kementerian Baru,kementerian\n", STANDING);
        assertThat(content.rows().getFirst().entry().connection()).isEqualTo(Connection.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'code,connected\nD.33.74,yes'                | 2 | connected       | is ya or tidak",
                "'code,connected_since\nD.33.74,1/2/2019'     | 2 | connected_since | is a date such as 2026-01-31",
                "'code,version\nD.33.74,latest'               | 2 | version         | is a number",
                "'code,name\n,Nobody'                         | 2 | code            | is required",
                "'code,aliases\nD.33.74,A\nD.33.74,B'           | 3 | code            | a line before has it already",
            })
    void aLineThatCannotBeReadIsToldWithItsColumn(String csv, long line, String column, String message) {
        assertThat(RegistryTable.read(csv, STANDING).faults()).containsExactly(new Fault(line, column, message));
    }

    @Test
    void aLineWithAFieldTooFewIsToldToo() {
        assertThat(RegistryTable.read("code,name,kind\nD.33.74,X,pemerintah_kota\nD.51.71,Y\n", STANDING)
                        .faults())
                .isEqualTo(List.of(new Fault(3, "", "is not readable as CSV from here")));
    }
}
