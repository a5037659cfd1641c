package id.pintu.routing.csv;

import id.pintu.routing.registry.FeedConnectionStatus;
import id.pintu.routing.registry.NationalTime;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.RegistryEntryValidator;
import java.io.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reader of the bundled tables of regions, institutions and SMS keywords. */
record InstitutionCsvReader(Function<String, Reader> files) {

    static final String REGIONS = "regions.csv";
    private static final String INSTITUTIONS = "institutions.csv";

    private static final Map<String, ZoneId> ZONES =
            Map.of("WIB", NationalTime.ZONE, "WITA", ZoneId.of("Asia/Makassar"), "WIT", ZoneId.of("Asia/Jayapura"));

    List<Region> regions() {
        Map<String, Region> regions = new LinkedHashMap<>();
        CsvTableReader.read(REGIONS, files, row -> addNew(regions, row.required("code"), region(row)));
        return List.copyOf(regions.values());
    }

    /**
     * The first entries of a registry.
     *
     * @param notConnected codes of institutions that are not connected yet
     * @throws IllegalArgumentException if a row or one of the codes cannot be used
     */
    List<RegistryEntry> entries(Set<String> notConnected) {
        Map<String, RegistryEntry> entries = new LinkedHashMap<>();
        CsvTableReader.read(
                INSTITUTIONS, files, row -> addNew(entries, row.required("code"), entry(row, notConnected)));
        keywords(entries)
                .forEach((code, keywords) -> entries.computeIfPresent(
                        code,
                        (same, entry) -> entry.toBuilder().smsKeywords(keywords).build()));
        RegistryEntryValidator validator = new RegistryEntryValidator(regions());
        // A second pass, since a parent may follow its child; the error still names the line.
        CsvTableReader.read(INSTITUTIONS, files, row -> validate(row, validator, entries));
        notConnected.stream().filter(code -> !entries.containsKey(code)).forEach(code -> {
            throw new IllegalArgumentException("pintu.routing.not-connected: there is no institution " + code);
        });
        return List.copyOf(entries.values());
    }

    private static RegistryEntry entry(CsvCells row, Set<String> notConnected) {
        row.required("name");
        boolean connected = !notConnected.contains(row.required("code"));
        return RegistryCsvCodec.entry(row).toBuilder()
                .connection(connected ? FeedConnectionStatus.UNDOCUMENTED : FeedConnectionStatus.NONE)
                .build();
    }

    private static void validate(CsvCells row, RegistryEntryValidator validator, Map<String, RegistryEntry> entries) {
        Optional.ofNullable(entries.get(row.required("code"))).stream()
                .flatMap(entry -> validator.validate(entry, entries).stream())
                .findFirst()
                .ifPresent(error -> {
                    throw new InvalidCellException(error.field(), error.message());
                });
    }

    private Map<String, List<String>> keywords(Map<String, RegistryEntry> entries) {
        Map<String, String> owners = new LinkedHashMap<>();
        CsvTableReader.read("sms-keywords.csv", files, row -> {
            String code = row.required("institution");
            if (!entries.containsKey(code)) {
                throw new InvalidCellException("institution", "there is no institution " + code);
            }
            addNew(owners, row.required("keyword").toUpperCase(Locale.ROOT), code);
        });
        Map<String, List<String>> keywords = new LinkedHashMap<>();
        owners.forEach((keyword, code) ->
                keywords.computeIfAbsent(code, key -> new ArrayList<>()).add(keyword));
        return keywords;
    }

    private static Region region(CsvCells row) {
        return new Region(row.required("code"), row.required("name"), zone(row));
    }

    private static ZoneId zone(CsvCells row) {
        ZoneId zone = ZONES.get(row.required("timezone"));
        if (zone == null) {
            throw new InvalidCellException("timezone", "is WIB, WITA or WIT");
        }
        return zone;
    }

    private static <T> void addNew(Map<String, T> table, String key, T value) {
        if (table.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("an earlier row has " + key + " already");
        }
    }
}
