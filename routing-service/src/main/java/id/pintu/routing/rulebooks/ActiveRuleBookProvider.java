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
 * Provider of the routing knowledge with the rule book in force. It is rebuilt when the registry changes, when an
 * edition is written, and when a planned edition becomes valid. An edition that cannot be used is skipped and the one
 * before it stays in force, with the same result on every instance and after every restart.
 */
public final class ActiveRuleBookProvider implements Supplier<RoutingKnowledge> {

    /** Topic name; key = {@link #KEY}, value = a version of a {@link RuleBookEdition} as JSON. */
    public static final String TOPIC = "rulebooks";

    /** Key of the only rule book. */
    public static final String KEY = "rules";

    private static final Logger log = LoggerFactory.getLogger(ActiveRuleBookProvider.class);

    private final BundledTablesLoader tables;
    private final InstantSource clock;
    private final DerivedValueCache<VersionHistory<RuleBookEdition>, RuleBookEditions> editions;
    private final DerivedValueCache<KnowledgeInputs, RoutingKnowledge> knowledge;

    /**
     * @param nextValidFrom when the next planned edition becomes valid: until then the same editions are valid
     */
    private record KnowledgeInputs(
            RuleBookEditions editions, InstitutionRegistry registry, Optional<Instant> nextValidFrom) {}

    public ActiveRuleBookProvider(
            Supplier<VersionHistory<RuleBookEdition>> topic,
            Supplier<InstitutionRegistry> registry,
            BundledTablesLoader tables,
            InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
        this.editions = new DerivedValueCache<>(topic, (versions, previous) -> editions(versions));
        this.knowledge = new DerivedValueCache<>(() -> inputs(registry.get()), this::knowledge);
    }

    /**
     * @throws IllegalStateException before the first valid edition
     */
    @Override
    public RoutingKnowledge get() {
        return knowledge.get();
    }

    /** All editions, in order. */
    public RuleBookEditions editions() {
        return editions.get();
    }

    private KnowledgeInputs inputs(InstitutionRegistry registry) {
        RuleBookEditions latest = editions.get();
        return new KnowledgeInputs(latest, registry, latest.nextAfter(clock.instant()));
    }

    private RoutingKnowledge knowledge(KnowledgeInputs inputs, Optional<RoutingKnowledge> previous) {
        return inputs.editions().validNumbers(clock.instant()).stream()
                .flatMap(number -> parseEdition(inputs, number).stream())
                .findFirst()
                .map(ruleBook -> tables.knowledge(inputs.registry(), ruleBook))
                .or(() -> previous)
                .orElseThrow(() -> new IllegalStateException("no edition of the rule book is in force yet"));
    }

    private static Optional<RuleBook> parseEdition(KnowledgeInputs inputs, int number) {
        String name = "edition-" + number;
        try {
            return Optional.of(RuleBookCsvReader.read(
                    name, new StringReader(inputs.editions().edition(number).rules()), inputs.registry()));
        } catch (InvalidRulesException e) {
            log.error("{} of the rule book is skipped, the one before it stays in force: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    private static RuleBookEditions editions(VersionHistory<RuleBookEdition> versions) {
        return new RuleBookEditions(
                versions.history(KEY).stream().map(VersionedValue::value).toList());
    }
}
