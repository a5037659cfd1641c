package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.rules.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tables routing begins with, on the class path under {@code routing/}: UTF-8, comma, one header line.
 *
 * <p>A row that cannot be used stops the start with file, line and reason; a rule is never silently left out.
 */
public final class Tables {

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");
    private static final Map<String, ZoneId> ZONES =
            Map.of("WIB", NATIONAL, "WITA", ZoneId.of("Asia/Makassar"), "WIT", ZoneId.of("Asia/Jayapura"));

    private Tables() {}

    /**
     * @param notConnected codes of institutions that take no reports from their feeds yet
     */
    public static Registry registry(Set<String> notConnected) {
        List<Region> regions = read(
                "regions.csv",
                row -> new Region(row.getField("code"), row.getField("name"), zone(row.getField("timezone"))));
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        regions.forEach(region -> zones.put(region.code(), region.zone()));
        List<Registration> institutions = read("institutions.csv", row -> registration(row, zones, notConnected));
        return new Registry(institutions, regions);
    }

    /** The affairs of government, each with its keywords and whose it is by law. */
    public static List<Topic> topics(Registry registry) {
        return read("topics.csv", row -> {
            given(row, "institution").ifPresent(code -> mustExist(registry, code));
            return new Topic(
                    row.getField("topic"),
                    several(row.getField("keywords")),
                    Topic.Level.valueOf(row.getField("level").toUpperCase(Locale.ROOT)),
                    given(row, "institution"),
                    given(row, "unit"),
                    row.getField("legal_basis"));
        });
    }

    /** SMS keyword, upper case, to institution code. */
    public static Map<String, String> smsKeywords(Registry registry) {
        Map<String, String> keywords = new LinkedHashMap<>();
        read("sms-keywords.csv", row -> {
            mustExist(registry, row.getField("institution"));
            return keywords.put(row.getField("keyword").toUpperCase(Locale.ROOT), row.getField("institution"));
        });
        return keywords;
    }

    private static Registration registration(NamedCsvRecord row, Map<String, ZoneId> zones, Set<String> notConnected) {
        List<String> names = new ArrayList<>();
        names.add(row.getField("name"));
        given(row, "short_name").ifPresent(names::add);
        names.addAll(several(row.getField("aliases")));
        Optional<String> region = given(row, "region_code");
        return new Registration(
                row.getField("code"),
                names,
                row.getField("kind"),
                region,
                region.map(code -> zones.getOrDefault(code, NATIONAL)).orElse(NATIONAL),
                !notConnected.contains(row.getField("code")));
    }

    private static void mustExist(Registry registry, String code) {
        if (registry.institution(code).isEmpty()) {
            throw new IllegalArgumentException("there is no institution " + code);
        }
    }

    private static ZoneId zone(String name) {
        ZoneId zone = ZONES.get(name);
        if (zone == null) {
            throw new IllegalArgumentException("time zone is WIB, WITA or WIT, not " + name);
        }
        return zone;
    }

    private static Optional<String> given(NamedCsvRecord row, String field) {
        return Optional.of(row.getField(field).strip()).filter(value -> !value.isEmpty());
    }

    private static List<String> several(String field) {
        return Stream.of(field.split(";", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static <T> List<T> read(String file, Function<NamedCsvRecord, T> row) {
        List<T> rows = new ArrayList<>();
        try (InputStream bytes = Tables.class.getResourceAsStream("/routing/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("routing/" + file + " is not on the class path");
            }
            try (CsvReader<NamedCsvRecord> records =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                for (NamedCsvRecord each : records) {
                    rows.add(parsed(file, each, row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static <T> T parsed(String file, NamedCsvRecord record, Function<NamedCsvRecord, T> row) {
        try {
            return row.apply(record);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "routing/" + file + " line " + record.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }
}
