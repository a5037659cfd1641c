package id.pintu.sla.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/**
 * All local governments there are, by the code of their region: {@code code,name,type,parent_code,timezone}, from
 * Kepmendagri 300.2.2-2430/2025 as compiled in cahyadsn/wilayah (MIT).
 */
public final class RegionTable {

    private final Set<String> codes;

    public RegionTable(Resource table) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table.getInputStream())) {
            codes = rows.stream().map(row -> row.getField("code")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        }
    }

    /**
     * The codes of its local governments.
     *
     * @param area empty for the whole country, a province such as {@code 51}, or one institution's code
     */
    public Set<String> institutionsIn(String area) {
        return codes.stream()
                .filter(code -> area.isEmpty() || code.startsWith(area) || area.equals("D." + code))
                .map(code -> "D." + code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
