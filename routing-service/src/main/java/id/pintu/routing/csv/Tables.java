package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.house.regions.Regions;
import id.pintu.routing.book.RuleBook;
import id.pintu.routing.decision.Knowledge;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.places.Landmark;
import id.pintu.routing.registry.Connection;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.registry.Entry;
import id.pintu.routing.registry.Proofreading;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The tables routing begins with, on the class path under {@code routing/}: UTF-8, comma, one header line.
 *
 * <p>A row that cannot be used stops the start with file, line and reason; a rule is never silently left out.
 */
public final class Tables {

    /** The file of the rules this build brings. */
    public static final String RULES = "rules.csv";

    private static final String REGIONS = "regions.csv";
    private static final String FIRST_EDITION = "edition-1";
    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");
    private static final Map<String, ZoneId> ZONES =
            Map.of("WIB", NATIONAL, "WITA", ZoneId.of("Asia/Makassar"), "WIT", ZoneId.of("Asia/Jayapura"));

    private final Function<String, Reader> files;

    /** The tables this build brings. */
    public Tables() {
        this(Tables::bundled);
    }

    /**
     * @param files opens a table by its file name
     */
    Tables(Function<String, Reader> files) {
        this.files = files;
    }

    /** The registry these tables make, everybody connected. */
    public Registry registry() {
        return registry(Set.of());
    }

    /**
     * The registry these tables make.
     *
     * @param notConnected codes of institutions that take no reports from their feeds yet
     * @throws IllegalArgumentException when a row or one of the codes cannot be used
     */
    public Registry registry(Set<String> notConnected) {
        CurrentRegistry registry = new CurrentRegistry(regions());
        registry.hold(entries(notConnected));
        return registry.get();
    }

    public List<Region> regions() {
        Map<String, Region> regions = new LinkedHashMap<>();
        read(REGIONS, row -> addNew(regions, TableFile.required(row, "code"), region(row)));
        return List.copyOf(regions.values());
    }

    /**
     * The institutions a registry begins with.
     *
     * @param notConnected codes of institutions that take no reports from their feeds yet
     * @throws IllegalArgumentException when a row or one of the codes cannot be used
     */
    public List<Entry> entries(Set<String> notConnected) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        read("institutions.csv", row -> addNew(entries, TableFile.required(row, "code"), entry(row, notConnected)));
        keywords(entries)
                .forEach((code, keywords) -> entries.computeIfPresent(code, (same, entry) -> entry.with(keywords)));
        Proofreading proofreading = new Proofreading(regions());
        // Once more, now that all are known: parents may stand below, and a flaw is told with its line.
        read("institutions.csv", row -> proofread(row, proofreading, entries));
        notConnected.stream().filter(code -> !entries.containsKey(code)).forEach(code -> {
            throw new IllegalArgumentException("pintu.routing.not-connected: there is no institution " + code);
        });
        return List.copyOf(entries.values());
    }

    private static Entry entry(NamedCsvRecord row, Set<String> notConnected) {
        TableFile.required(row, "name");
        return RegistryTable.entry(row)
                .with(
                        notConnected.contains(TableFile.required(row, "code"))
                                ? Connection.NONE
                                : Connection.UNDOCUMENTED);
    }

    private static void proofread(NamedCsvRecord row, Proofreading proofreading, Map<String, Entry> entries) {
        Optional.ofNullable(entries.get(TableFile.required(row, "code"))).stream()
                .flatMap(entry -> proofreading.flaws(entry, entries).stream())
                .findFirst()
                .ifPresent(flaw -> {
                    throw new IllegalArgumentException("column '" + flaw.field() + "': " + flaw.message());
                });
    }

    private Map<String, List<String>> keywords(Map<String, Entry> entries) {
        Map<String, String> owners = new LinkedHashMap<>();
        read("sms-keywords.csv", row -> {
            String code = TableFile.required(row, "institution");
            if (!entries.containsKey(code)) {
                throw new IllegalArgumentException("there is no institution " + code);
            }
            addNew(owners, TableFile.required(row, "keyword").toUpperCase(Locale.ROOT), code);
        });
        Map<String, List<String>> keywords = new LinkedHashMap<>();
        owners.forEach((keyword, code) ->
                keywords.computeIfAbsent(code, key -> new ArrayList<>()).add(keyword));
        return keywords;
    }

    /** The rule book this build brings, as a table. */
    public String ruleBookText() {
        try (Reader text = files.apply(RULES)) {
            return text.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rule book this build brings. */
    public RuleBook ruleBook(Registry registry) {
        return RuleTable.read(FIRST_EDITION, files.apply(RULES), registry);
    }

    /** The names of places. */
    public Gazetteer gazetteer(Registry registry) {
        return new PlaceTables(files, registry).gazetteer();
    }

    /** Places of which it is known where they lie. */
    public List<Landmark> landmarks(Registry registry) {
        return new PlaceTables(files, registry).landmarks();
    }

    /** All that routing knows on its first day, everybody connected. */
    public Knowledge knowledge() {
        return knowledge(registry());
    }

    /** All that routing knows before anybody has decided anything. */
    public Knowledge knowledge(Registry registry) {
        return knowledge(registry, ruleBook(registry));
    }

    /** The same, with another edition of the rule book. */
    public Knowledge knowledge(Registry registry, RuleBook book) {
        return new Knowledge(
                registry, gazetteer(registry), book, registry.smsKeywords(), new DutyTables(files, registry).duties());
    }

    private static Region region(NamedCsvRecord row) {
        return new Region(
                TableFile.required(row, "code"),
                TableFile.required(row, "name"),
                zone(TableFile.required(row, "timezone")));
    }

    private static <T> void addNew(Map<String, T> table, String key, T value) {
        if (table.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("a row before has " + key + " already");
        }
    }

    private static ZoneId zone(String name) {
        ZoneId zone = ZONES.get(name);
        if (zone == null) {
            throw new IllegalArgumentException("time zone is WIB, WITA or WIT, not " + name);
        }
        return zone;
    }

    private void read(String file, Consumer<NamedCsvRecord> row) {
        TableFile.read(file, files, row);
    }

    private static Reader bundled(String file) {
        if (file.equals(REGIONS)) {
            return Regions.table(); // every room's
        }
        InputStream bytes = Tables.class.getResourceAsStream("/routing/" + file);
        if (bytes == null) {
            throw new IllegalStateException("routing/" + file + " is not on the class path");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
