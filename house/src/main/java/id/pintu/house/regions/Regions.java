package id.pintu.house.regions;

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
public final class Regions {

    private static final String TABLE = "/house/regions.csv";
    private static final String PROVINCE = "provinsi";

    /**
     * @param code such as {@code 33} or {@code 33.74}
     * @param type {@code provinsi}, {@code kabupaten} or {@code kota}
     * @param parent code of the province; empty for a province
     */
    public record Region(String code, String name, String type, String parent) {}

    private final Map<String, Region> byCode = new LinkedHashMap<>();

    private Regions(List<String> rows) {
        rows.stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .map(cells -> new Region(cells[0], cells[1], cells[2], cells[3]))
                .forEach(region -> byCode.put(region.code(), region));
    }

    public static Regions bundled() {
        try (BufferedReader table = new BufferedReader(table())) {
            return new Regions(table.readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table as it stands: code, name, type, parent_code, timezone. */
    public static Reader table() {
        InputStream bytes = Regions.class.getResourceAsStream(TABLE);
        if (bytes == null) {
            throw new IllegalStateException(TABLE + " is not on the class path");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    public boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** All of them, by code: each province before its kabupaten and kota. */
    public List<Region> all() {
        return List.copyOf(byCode.values());
    }

    public List<Region> provinces() {
        return all().stream().filter(region -> region.type().equals(PROVINCE)).toList();
    }

    /** The kabupaten and kota of a province; none of a code that is none. */
    public List<Region> in(String province) {
        return all().stream().filter(region -> region.parent().equals(province)).toList();
    }
}
