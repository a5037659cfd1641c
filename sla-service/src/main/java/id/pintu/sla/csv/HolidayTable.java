package id.pintu.sla.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/** Reads {@code date,name,kind,source}: every date in it is a closed day, whatever its kind. */
public final class HolidayTable {

    private HolidayTable() {}

    /**
     * @throws IllegalArgumentException when a row has no date such as {@code 2026-03-19}; the message names the line
     */
    public static Set<LocalDate> read(Resource table) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table.getInputStream())) {
            return rows.stream().map(row -> date(table, row)).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        }
    }

    private static LocalDate date(Resource table, NamedCsvRecord row) {
        try {
            return LocalDate.parse(row.findField("date").orElse(""));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    table + " line " + row.getStartingLineNumber() + ": no date such as 2026-03-19", e);
        }
    }
}
