package id.pintu.routing.rulebooks;

import id.pintu.processing.versions.VersionHistory;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.csv.RuleBookCsvReader;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.rules.RuleBookEdition;
import id.pintu.routing.rules.RuleBookEditions;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that hold now: made anew when the registry changes, when an edition is written, and when the day of a planned
 * one has come. An edition that cannot be used is passed over, and the one that held before it goes on: on every instance,
 * and after every restart.
 */
public final class ActiveRuleBookProvider implements Supplier<RoutingKnowledge> {

    /** Name of the topic: key = {@link #KEY}, value = a version of an {@link RuleBookEdition} as JSON. */
    public static final String TOPIC = "rulebooks";

    /** There is one book. */
    public static final String KEY = "rules";

    private static final Logger log = LoggerFactory.getLogger(ActiveRuleBookProvider.class);

    private final Supplier<VersionHistory<RuleBookEdition>> topic;
    private final Supplier<InstitutionRegistry> registry;
    private final BundledTablesLoader tables;
    private final InstantSource clock;
    private volatile Optional<CachedKnowledge> cached = Optional.empty();

    private record CachedKnowledge(
            RoutingKnowledge knowledge,
            VersionHistory<RuleBookEdition> editions,
            InstitutionRegistry registry,
            Optional<Instant> until) {
        boolean isCurrent(VersionHistory<RuleBookEdition> latest, InstitutionRegistry currentRegistry, Instant moment) {
            return editions == latest
                    && registry == currentRegistry
                    && until.filter(end -> !moment.isBefore(end)).isEmpty();
        }
    }

    public ActiveRuleBookProvider(
            Supplier<VersionHistory<RuleBookEdition>> topic,
            Supplier<InstitutionRegistry> registry,
            BundledTablesLoader tables,
            InstantSource clock) {
        this.topic = topic;
        this.registry = registry;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException before the first edition came
     */
    @Override
    public RoutingKnowledge get() {
        return cached.filter(each -> each.isCurrent(topic.get(), registry.get(), clock.instant()))
                .map(CachedKnowledge::knowledge)
                .orElseGet(this::rebuild);
    }

    /** Every edition, in order. */
    public RuleBookEditions editions() {
        return editions(topic.get());
    }

    private synchronized RoutingKnowledge rebuild() {
        VersionHistory<RuleBookEdition> latest = topic.get();
        InstitutionRegistry currentRegistry = registry.get();
        Instant moment = clock.instant();
        Optional<RoutingKnowledge> knowledge = cached.filter(each -> each.isCurrent(latest, currentRegistry, moment))
                .map(CachedKnowledge::knowledge)
                .or(() -> latestValid(editions(latest), currentRegistry, moment))
                .or(() -> cached.map(CachedKnowledge::knowledge));
        RoutingKnowledge found =
                knowledge.orElseThrow(() -> new IllegalStateException("no edition of the rule book holds yet"));
        cached = Optional.of(new CachedKnowledge(
                found, latest, currentRegistry, editions(latest).nextAfter(moment)));
        return found;
    }

    private Optional<RoutingKnowledge> latestValid(
            RuleBookEditions editions, InstitutionRegistry currentRegistry, Instant moment) {
        return editions.validNumbers(moment).stream()
                .flatMap(number -> parseEdition(editions, number, currentRegistry).stream())
                .findFirst()
                .map(ruleBook -> tables.knowledge(currentRegistry, ruleBook));
    }

    private static Optional<RuleBook> parseEdition(
            RuleBookEditions editions, int number, InstitutionRegistry currentRegistry) {
        String name = "edition-" + number;
        try {
            return Optional.of(RuleBookCsvReader.read(
                    name, new StringReader(editions.edition(number).rules()), currentRegistry));
        } catch (InvalidRulesException e) {
            log.error("{} of the rule book cannot be used: {}; the one before it goes on", name, e.getMessage());
            return Optional.empty();
        }
    }

    private static RuleBookEditions editions(VersionHistory<RuleBookEdition> versions) {
        return new RuleBookEditions(
                versions.history(KEY).stream().map(VersionedValue::value).toList());
    }
}
