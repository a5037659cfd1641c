package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.support.tables.TableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Typed access to the cells of one CSV row by column name. Text is stripped; a missing column is an empty cell.
 *
 * @param line where the row begins in its file
 * @param cells raw text of a column, empty if there is no such column
 */
record CsvCells(long line, Function<String, Optional<String>> cells) {

    static CsvCells of(TableRow row) {
        return new CsvCells(row.line(), row::find);
    }

    static CsvCells of(NamedCsvRecord row) {
        return new CsvCells(row.getStartingLineNumber(), row::findField);
    }

    Optional<String> optional(String column) {
        return cells.apply(column).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * @throws InvalidCellException if the cell is empty
     */
    String required(String column) {
        return optional(column).orElseThrow(() -> new InvalidCellException(column, "is required"));
    }

    /** Non-empty values of a cell, separated by semicolons. */
    List<String> values(String column) {
        return optional(column).stream()
                .flatMap(value -> Stream.of(value.split(";", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * @throws InvalidCellException if the cell is neither empty nor an ISO date
     */
    Optional<LocalDate> date(String column) {
        return parsed(column, LocalDate::parse, "is a date such as 2026-01-31");
    }

    /**
     * @param expected reason of the error if the parser fails
     * @throws InvalidCellException if the cell is not empty and the parser throws
     */
    <T> Optional<T> parsed(String column, Function<String, T> parser, String expected) {
        try {
            return optional(column).map(parser);
        } catch (RuntimeException e) {
            throw new InvalidCellException(column, expected, e);
        }
    }
}
