package id.pintu.routing.rulebooks;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.routing.kafka.LedgerReading;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.whatif.Comparison;
import id.pintu.routing.whatif.WhatIf;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tries a draft on the complaints of the ledger. It says nothing and changes nothing.
 *
 * @param <R> the rules
 */
public final class Trial<R> {

    private final RulesInForce<R> holding;
    private final RuleReading<R> reading;
    private final Supplier<Registry> registry;
    private final LedgerReading ledger;
    private final InstantSource clock;

    public Trial(
            RulesInForce<R> holding,
            RuleReading<R> reading,
            Supplier<Registry> registry,
            LedgerReading ledger,
            InstantSource clock) {
        this.holding = holding;
        this.reading = reading;
        this.registry = registry;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The draft, if all of it can be used.
     *
     * @throws BrokenBook when it cannot
     */
    public R read(String draft) {
        return reading.read(draft, 0, registry.get());
    }

    /**
     * @param last how far back; empty for the whole ledger
     */
    public Comparison compare(R draft, Optional<Duration> last, LedgerReading.Progress progress) {
        Instant since = last.map(clock.instant()::minus).orElse(Instant.MIN);
        WhatIf whatIf = new WhatIf(reading.placing(holding.get()), reading.placing(draft), since);
        ledger.read(Set.of(ComplaintSubmitted.class, ComplaintRouted.class), whatIf::evolve, progress);
        return whatIf.compared();
    }
}
