package id.pintu.support.regions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Immutable catalog of Indonesia's 38 provinces and 514 kabupaten and kota, by Kemendagri code (Kepmendagri
 * 300.2.2-2430/2025).
 */
public final class RegionCatalog {

    private static final String TABLE = "/reference/regions.csv";
    private static final String PROVINCE = "provinsi";

    /**
     * Province, kabupaten or kota.
     *
     * @param code such as {@code 33} or {@code 33.74}
     * @param type {@code provinsi}, {@code kabupaten} or {@code kota}
     * @param parent code of the province; empty for a province
     */
    public record AdministrativeRegion(String code, String name, String type, String parent) {}

    private static final Map<String, ZoneId> ZONES = Map.of(
            "WIB", ZoneId.of("Asia/Jakarta"), "WITA", ZoneId.of("Asia/Makassar"), "WIT", ZoneId.of("Asia/Jayapura"));

    private final Map<String, AdministrativeRegion> byCode = new LinkedHashMap<>();
    private final Map<String, ZoneId> zones = new HashMap<>();

    private RegionCatalog(Iterable<NamedCsvRecord> rows) {
        for (NamedCsvRecord row : rows) {
            AdministrativeRegion region = new AdministrativeRegion(
                    row.getField("code"), row.getField("name"), row.getField("type"), row.getField("parent_code"));
            byCode.put(region.code(), region);
            Optional.ofNullable(ZONES.get(row.getField("timezone"))).ifPresent(zone -> zones.put(region.code(), zone));
        }
    }

    /** Reads the table of this build. */
    public static RegionCatalog bundled() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table())) {
            return new RegionCatalog(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CSV table with its columns code, name, type, parent_code and timezone. */
    public static Reader table() {
        InputStream bytes = RegionCatalog.class.getResourceAsStream(TABLE);
        if (bytes == null) {
            throw new IllegalStateException(TABLE + " is not on the class path");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    public boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /** Name of a region; empty when the code is unknown. */
    public Optional<String> nameOf(String code) {
        return Optional.ofNullable(byCode.get(code)).map(AdministrativeRegion::name);
    }

    /** The time zones of all regions. */
    public static Set<ZoneId> allZones() {
        return Set.copyOf(ZONES.values());
    }

    /** Time zone of a region; empty when the code is unknown. */
    public Optional<ZoneId> zoneOf(String code) {
        return Optional.ofNullable(zones.get(code));
    }

    /** All regions by code: each province before its kabupaten and kota. */
    public List<AdministrativeRegion> all() {
        return List.copyOf(byCode.values());
    }

    public List<AdministrativeRegion> provinces() {
        return all().stream().filter(region -> region.type().equals(PROVINCE)).toList();
    }

    /** The kabupaten and kota of a province; empty when the code is not that of a province. */
    public List<AdministrativeRegion> regenciesAndCitiesOf(String province) {
        return all().stream().filter(region -> region.parent().equals(province)).toList();
    }
}
