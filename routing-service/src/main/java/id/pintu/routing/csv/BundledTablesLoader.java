package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.places.Landmark;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.FeedConnectionStatus;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.NationalTime;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.RegistryEntryValidator;
import id.pintu.routing.rules.RuleBook;
import id.pintu.support.regions.RegionCatalog;
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
public final class BundledTablesLoader {

    /** The file of the rules this build brings. */
    public static final String RULES = "rules.csv";

    private static final String REGIONS = "regions.csv";
    private static final String FIRST_EDITION = "edition-1";
    private static final Map<String, ZoneId> ZONES =
            Map.of("WIB", NationalTime.ZONE, "WITA", ZoneId.of("Asia/Makassar"), "WIT", ZoneId.of("Asia/Jayapura"));

    private final Function<String, Reader> files;

    /** The tables this build brings. */
    public BundledTablesLoader() {
        this(BundledTablesLoader::openBundled);
    }

    /**
     * @param files opens a table by its file name
     */
    BundledTablesLoader(Function<String, Reader> files) {
        this.files = files;
    }

    /** The registry these tables make, everybody connected. */
    public InstitutionRegistry registry() {
        return registry(Set.of());
    }

    /**
     * The registry these tables make.
     *
     * @param notConnected codes of institutions that take no reports from their feeds yet
     * @throws IllegalArgumentException when a row or one of the codes cannot be used
     */
    public InstitutionRegistry registry(Set<String> notConnected) {
        CurrentRegistryHolder registry = new CurrentRegistryHolder(regions());
        registry.replaceEntries(entries(notConnected));
        return registry.get();
    }

    public List<Region> regions() {
        Map<String, Region> regions = new LinkedHashMap<>();
        read(REGIONS, row -> addNew(regions, CsvTableReader.required(row, "code"), region(row)));
        return List.copyOf(regions.values());
    }

    /**
     * The institutions a registry begins with.
     *
     * @param notConnected codes of institutions that take no reports from their feeds yet
     * @throws IllegalArgumentException when a row or one of the codes cannot be used
     */
    public List<RegistryEntry> entries(Set<String> notConnected) {
        Map<String, RegistryEntry> entries = new LinkedHashMap<>();
        read(
                "institutions.csv",
                row -> addNew(entries, CsvTableReader.required(row, "code"), entry(row, notConnected)));
        keywords(entries)
                .forEach((code, keywords) -> entries.computeIfPresent(code, (same, entry) -> entry.with(keywords)));
        RegistryEntryValidator validator = new RegistryEntryValidator(regions());
        // Once more, now that all are known: parents may stand below, and a flaw is told with its line.
        read("institutions.csv", row -> validate(row, validator, entries));
        notConnected.stream().filter(code -> !entries.containsKey(code)).forEach(code -> {
            throw new IllegalArgumentException("pintu.routing.not-connected: there is no institution " + code);
        });
        return List.copyOf(entries.values());
    }

    private static RegistryEntry entry(NamedCsvRecord row, Set<String> notConnected) {
        CsvTableReader.required(row, "name");
        return RegistryCsvCodec.entry(row)
                .with(
                        notConnected.contains(CsvTableReader.required(row, "code"))
                                ? FeedConnectionStatus.NONE
                                : FeedConnectionStatus.UNDOCUMENTED);
    }

    private static void validate(
            NamedCsvRecord row, RegistryEntryValidator validator, Map<String, RegistryEntry> entries) {
        Optional.ofNullable(entries.get(CsvTableReader.required(row, "code"))).stream()
                .flatMap(entry -> validator.validate(entry, entries).stream())
                .findFirst()
                .ifPresent(error -> {
                    throw new IllegalArgumentException("column '" + error.field() + "': " + error.message());
                });
    }

    private Map<String, List<String>> keywords(Map<String, RegistryEntry> entries) {
        Map<String, String> owners = new LinkedHashMap<>();
        read("sms-keywords.csv", row -> {
            String code = CsvTableReader.required(row, "institution");
            if (!entries.containsKey(code)) {
                throw new IllegalArgumentException("there is no institution " + code);
            }
            addNew(owners, CsvTableReader.required(row, "keyword").toUpperCase(Locale.ROOT), code);
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
    public RuleBook ruleBook(InstitutionRegistry registry) {
        return RuleBookCsvReader.read(FIRST_EDITION, files.apply(RULES), registry);
    }

    /** The names of places. */
    public Gazetteer gazetteer(InstitutionRegistry registry) {
        return new GazetteerCsvReader(files, registry).gazetteer();
    }

    /** Places of which it is known where they lie. */
    public List<Landmark> landmarks(InstitutionRegistry registry) {
        return new GazetteerCsvReader(files, registry).landmarks();
    }

    /** All that routing knows on its first day, everybody connected. */
    public RoutingKnowledge knowledge() {
        return knowledge(registry());
    }

    /** All that routing knows before anybody has decided anything. */
    public RoutingKnowledge knowledge(InstitutionRegistry registry) {
        return knowledge(registry, ruleBook(registry));
    }

    /** The same, with another edition of the rule book. */
    public RoutingKnowledge knowledge(InstitutionRegistry registry, RuleBook ruleBook) {
        return new RoutingKnowledge(
                registry,
                gazetteer(registry),
                ruleBook,
                registry.smsKeywords(),
                new GovernmentCsvReader(files, registry).governmentStructure());
    }

    private static Region region(NamedCsvRecord row) {
        return new Region(
                CsvTableReader.required(row, "code"),
                CsvTableReader.required(row, "name"),
                zone(CsvTableReader.required(row, "timezone")));
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
        CsvTableReader.read(file, files, row);
    }

    private static Reader openBundled(String file) {
        if (file.equals(REGIONS)) {
            return RegionCatalog.table(); // every room's
        }
        InputStream bytes = BundledTablesLoader.class.getResourceAsStream("/routing/" + file);
        if (bytes == null) {
            throw new IllegalStateException("routing/" + file + " is not on the class path");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
