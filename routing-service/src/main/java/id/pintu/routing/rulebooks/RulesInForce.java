package id.pintu.routing.rulebooks;

import id.pintu.house.versions.Version;
import id.pintu.house.versions.Versions;
import id.pintu.routing.book.BrokenRules;
import id.pintu.routing.book.RuleBook;
import id.pintu.routing.csv.RuleTable;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Knowledge;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.whatif.Edition;
import id.pintu.routing.whatif.Editions;
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
public final class RulesInForce implements Supplier<Knowledge> {

    /** Name of the topic: key = {@link #KEY}, value = a version of an {@link Edition} as JSON. */
    public static final String TOPIC = "rulebooks";

    /** There is one book. */
    public static final String KEY = "rules";

    private static final Logger log = LoggerFactory.getLogger(RulesInForce.class);

    private final Supplier<Versions<Edition>> topic;
    private final Supplier<Registry> registry;
    private final Tables tables;
    private final InstantSource clock;
    private volatile Optional<Made> made = Optional.empty();

    private record Made(Knowledge rules, Versions<Edition> editions, Registry registry, Optional<Instant> until) {
        boolean still(Versions<Edition> latest, Registry now, Instant moment) {
            return editions == latest
                    && registry == now
                    && until.filter(end -> !moment.isBefore(end)).isEmpty();
        }
    }

    public RulesInForce(
            Supplier<Versions<Edition>> topic, Supplier<Registry> registry, Tables tables, InstantSource clock) {
        this.topic = topic;
        this.registry = registry;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException before the first edition came
     */
    @Override
    public Knowledge get() {
        return made.filter(each -> each.still(topic.get(), registry.get(), clock.instant()))
                .map(Made::rules)
                .orElseGet(this::makeAnew);
    }

    /** Every edition, in order. */
    public Editions editions() {
        return editions(topic.get());
    }

    private synchronized Knowledge makeAnew() {
        Versions<Edition> latest = topic.get();
        Registry now = registry.get();
        Instant moment = clock.instant();
        Optional<Knowledge> rules = made.filter(each -> each.still(latest, now, moment))
                .map(Made::rules)
                .or(() -> lastGood(editions(latest), now, moment))
                .or(() -> made.map(Made::rules));
        Knowledge found = rules.orElseThrow(() -> new IllegalStateException("no edition of the rule book holds yet"));
        made = Optional.of(new Made(found, latest, now, editions(latest).nextAfter(moment)));
        return found;
    }

    private Optional<Knowledge> lastGood(Editions editions, Registry now, Instant moment) {
        return editions.holding(moment).stream()
                .flatMap(number -> book(editions, number, now).stream())
                .findFirst()
                .map(book -> tables.knowledge(now, book));
    }

    private static Optional<RuleBook> book(Editions editions, int number, Registry now) {
        String name = "edition-" + number;
        try {
            return Optional.of(RuleTable.read(
                    name, new StringReader(editions.number(number).rules()), now));
        } catch (BrokenRules e) {
            log.error("{} of the rule book cannot be used: {}; the one before it goes on", name, e.getMessage());
            return Optional.empty();
        }
    }

    private static Editions editions(Versions<Edition> versions) {
        return new Editions(versions.history(KEY).stream().map(Version::value).toList());
    }
}
