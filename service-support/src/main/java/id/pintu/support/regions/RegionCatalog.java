package id.pintu.support.regions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The 38 provinces and 514 kabupaten and kota, by their Kemendagri codes (Kepmendagri 300.2.2-2430/2025). */
public final class RegionCatalog {

    private static final String TABLE = "/reference/regions.csv";
    private static final String PROVINCE = "provinsi";

    /**
     * @param code such as {@code 33} or {@code 33.74}
     * @param type {@code provinsi}, {@code kabupaten} or {@code kota}
     * @param parent code of the province; empty for a province
     */
    public record AdministrativeRegion(String code, String name, String type, String parent) {}

    private final Map<String, AdministrativeRegion> byCode = new LinkedHashMap<>();

    private RegionCatalog(List<String> rows) {
        rows.stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .map(cells -> new AdministrativeRegion(cells[0], cells[1], cells[2], cells[3]))
                .forEach(region -> byCode.put(region.code(), region));
    }

    public static RegionCatalog bundled() {
        try (BufferedReader table = new BufferedReader(table())) {
            return new RegionCatalog(table.readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table as it stands: code, name, type, parent_code, timezone. */
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

    /** All of them, by code: each province before its kabupaten and kota. */
    public List<AdministrativeRegion> all() {
        return List.copyOf(byCode.values());
    }

    public List<AdministrativeRegion> provinces() {
        return all().stream().filter(region -> region.type().equals(PROVINCE)).toList();
    }

    /** The kabupaten and kota of a province; none of a code that is none. */
    public List<AdministrativeRegion> regenciesAndCitiesOf(String province) {
        return all().stream().filter(region -> region.parent().equals(province)).toList();
    }
}
