package id.pintu.routing.csv;

import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.places.Landmark;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.rules.RuleBook;
import id.pintu.support.regions.LandmarkCatalog;
import id.pintu.support.regions.RegionCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Loader of the CSV tables bundled with this build, on the class path under {@code routing/}: UTF-8, comma, one header
 * line.
 *
 * <p>A row that cannot be used stops the start with file, line and reason; no row is skipped silently.
 */
public final class BundledTablesLoader {

    /** File name of the bundled rule book. */
    public static final String RULES = "rules.csv";

    private static final String FIRST_EDITION = "edition-1";

    private final Function<String, Reader> files;

    /** Loader of the tables on the class path. */
    public BundledTablesLoader() {
        this(BundledTablesLoader::openBundled);
    }

    /**
     * @param files opens a table by its file name
     */
    BundledTablesLoader(Function<String, Reader> files) {
        this.files = files;
    }

    /** Registry built from the tables, with all institutions connected. */
    public InstitutionRegistry registry() {
        return registry(Set.of());
    }

    /**
     * Registry built from the tables.
     *
     * @param notConnected codes of institutions that are not connected yet
     * @throws IllegalArgumentException if a row or one of the codes cannot be used
     */
    public InstitutionRegistry registry(Set<String> notConnected) {
        CurrentRegistryHolder registry = new CurrentRegistryHolder(regions());
        registry.replaceEntries(entries(notConnected));
        return registry.get();
    }

    public List<Region> regions() {
        return new InstitutionCsvReader(files).regions();
    }

    /**
     * Initial entries of the registry.
     *
     * @param notConnected codes of institutions that are not connected yet
     * @throws IllegalArgumentException if a row or one of the codes cannot be used
     */
    public List<RegistryEntry> entries(Set<String> notConnected) {
        return new InstitutionCsvReader(files).entries(notConnected);
    }

    /** The bundled rule book as CSV. */
    public String ruleBookText() {
        try (Reader text = files.apply(RULES)) {
            return text.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundled rule book, compiled. */
    public RuleBook ruleBook(InstitutionRegistry registry) {
        return RuleBookCsvReader.read(FIRST_EDITION, files.apply(RULES), registry);
    }

    /** Gazetteer of the bundled place names. */
    public Gazetteer gazetteer(InstitutionRegistry registry) {
        return new GazetteerCsvReader(files, registry).gazetteer();
    }

    /** Places with known coordinates. */
    public List<Landmark> landmarks(InstitutionRegistry registry) {
        return new GazetteerCsvReader(files, registry).landmarks();
    }

    /** Knowledge from the tables alone, with all institutions connected. */
    public RoutingKnowledge knowledge() {
        return knowledge(registry());
    }

    /** Knowledge from the tables, with the given registry and the bundled rule book. */
    public RoutingKnowledge knowledge(InstitutionRegistry registry) {
        return knowledge(registry, ruleBook(registry));
    }

    /** Knowledge from the tables, with the given registry and rule book. */
    public RoutingKnowledge knowledge(InstitutionRegistry registry, RuleBook ruleBook) {
        return new RoutingKnowledge(
                registry,
                gazetteer(registry),
                ruleBook,
                registry.smsKeywords(),
                new GovernmentCsvReader(files, registry).governmentStructure());
    }

    private static Reader openBundled(String file) {
        if (file.equals(InstitutionCsvReader.REGIONS)) {
            return RegionCatalog.table(); // shared with other services
        }
        if (file.equals(GazetteerCsvReader.LANDMARKS)) {
            return LandmarkCatalog.table(); // as well
        }
        InputStream bytes = BundledTablesLoader.class.getResourceAsStream("/routing/" + file);
        if (bytes == null) {
            throw new IllegalStateException("routing/" + file + " is not on the class path");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
