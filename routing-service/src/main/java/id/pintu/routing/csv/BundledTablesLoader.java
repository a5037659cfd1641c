package id.pintu.routing.csv;

import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.places.Landmark;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.rules.RuleBook;
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
 * The tables routing begins with, on the class path under {@code routing/}: UTF-8, comma, one header line.
 *
 * <p>A row that cannot be used stops the start with file, line and reason; a rule is never silently left out.
 */
public final class BundledTablesLoader {

    /** The file of the rules this build brings. */
    public static final String RULES = "rules.csv";

    private static final String FIRST_EDITION = "edition-1";

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
        return new InstitutionCsvReader(files).regions();
    }

    /**
     * The institutions a registry begins with.
     *
     * @param notConnected codes of institutions that take no reports from their feeds yet
     * @throws IllegalArgumentException when a row or one of the codes cannot be used
     */
    public List<RegistryEntry> entries(Set<String> notConnected) {
        return new InstitutionCsvReader(files).entries(notConnected);
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

    private static Reader openBundled(String file) {
        if (file.equals(InstitutionCsvReader.REGIONS)) {
            return RegionCatalog.table(); // every room's
        }
        InputStream bytes = BundledTablesLoader.class.getResourceAsStream("/routing/" + file);
        if (bytes == null) {
            throw new IllegalStateException("routing/" + file + " is not on the class path");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
