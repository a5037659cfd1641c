package id.pintu.support.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.support.tables.TableContent.TableCellError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final TableColumns COLUMNS =
            TableColumns.of(List.of("code", "name"), List.of("region_code", "short_name"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name\nD.33.74,\"Kota Semarang, Jawa\"\n",
                "\uFEFFcode;name\r\nD.33.74;Kota Semarang, Jawa\r\n",
                "code\tname\nD.33.74\tKota Semarang, Jawa",
                " code , name \n\nD.33.74,\"Kota Semarang, Jawa\"\n"
            })
    void readsUtf8WithAnyUsualSeparatorAndAByteOrderMark(String table) {
        assertThat(read(table).requireRows())
                .extracting(TableRow::cells)
                .containsExactly(Map.of("code", "D.33.74", "name", "Kota Semarang, Jawa"));
    }

    @Test
    void aFileInWindows1252IsRefusedWithItsLine() {
        byte[] windows = "code,name\nD.33.74,Kota Semarang\nD.33.75,Kota S\u00e9marang\n"
                .getBytes(Charset.forName("windows-1252"));
        assertThatThrownBy(() -> TableReader.read(windows, COLUMNS))
                .isInstanceOf(InvalidTableException.class)
                .hasMessageStartingWith("line 3: is not UTF-8; save the file as UTF-8");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "code,name,region           | line 1: the column 'region' is unknown, did you mean 'region_code'",
                "code,name,shortname        | line 1: the column 'shortname' is unknown, did you mean 'short_name'",
                "code,name,kolom            | line 1: the column 'kolom' is unknown; known are code, name",
                "name                       | line 1: the column 'code' is missing",
                "code,name,code             | line 1: the column 'code' occurs twice",
                "~~                         | line 1: the table is empty",
            })
    void anUnusableHeaderIsRefusedByName(String header, String message) {
        assertThatThrownBy(() -> read(header)).hasMessageStartingWith(message);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~A,\"Kota\nSemarang\"~   | name | contains a line break or control character",
                "~A,Kota\0Semarang~       | name | contains a line break or control character",
                "~A,Kota S\uFFFDmarang~    | name | contains a replacement character: the file was not saved as UTF-8",
                "~A~                       | ~~   | has 1 cells, the header has 2",
                "~A,B,C~                   | ~~   | has 3 cells, the header has 2",
            })
    void anUnusableRowIsToldWithLineAndColumnAndTheOthersAreRead(String row, String column, String message) {
        TableContent content = read("code,name\nX,Y\n" + row + "\nZ,Y\n");
        assertThat(content.errors()).containsExactly(new TableCellError(3, column, message));
        assertThat(content.rows()).extracting(each -> each.text("code")).containsExactly("X", "Z");
    }

    @Test
    void anOverlongCellAndAQuoteWithoutEndAreTold() {
        assertThat(read("code,name\nA," + "x".repeat(4_001)).errors())
                .containsExactly(new TableCellError(2, "name", "has more than 4000 characters"));
        assertThatThrownBy(() -> read("code,name\nA,B\nC,\"D\n").requireRows())
                .isInstanceOf(InvalidTableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x\")", "@SUM(1)", "+62811", "-6.9", "'=1", "''+x", "'plain", "'", "", "a=b"
            })
    void exportsAreSafeForASpreadsheetAndComeBackUnchanged(String text) {
        String table = TableWriter.write(List.of("code", "name"), List.of(List.of("A", text)));
        assertThat(read(table).requireRows().getFirst().find("name")).contains(text);
        assertThat(table.lines().skip(1)).noneMatch(line -> line.matches("A,\"?[=+@-].*"));
    }

    @Test
    void aCopyOfATableThatPeopleWroteIsSafeAndMeansTheSame() {
        String dangerous = "code;name\n\nA;=HYPERLINK(\"x\")\nB;'+1\nC;plain\n";
        String harmless = "code;name\n\nA;a=b\n";

        String copy = TableWriter.safeCopy(dangerous);

        assertThat(copy).contains("'=HYPERLINK", "'+1");
        assertThat(read(copy).requireRows())
                .extracting(TableRow::cells)
                .isEqualTo(read(dangerous).requireRows().stream()
                        .map(TableRow::cells)
                        .toList());
        assertThat(TableWriter.safeCopy(harmless)).isEqualTo(harmless);
    }

    @Property
    void anyTextComesBackUnchanged(@ForAll String text) {
        assertThat(SpreadsheetCell.unescape(SpreadsheetCell.escape(text))).isEqualTo(text);
        assertThat(SpreadsheetCell.escape(text)).doesNotMatch("(?s)[=+\\-@\t\r].*");
    }

    private static TableContent read(String table) {
        return TableReader.read(table.getBytes(StandardCharsets.UTF_8), COLUMNS);
    }
}
