package id.pintu.routing.rulebooks;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.routing.book.RuleBook;
import id.pintu.routing.csv.RuleTable;
import id.pintu.routing.decision.Router;
import id.pintu.routing.decision.RoutingDecision;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.kafka.LedgerReading;
import id.pintu.routing.whatif.Comparison;
import id.pintu.routing.whatif.Placing;
import id.pintu.routing.whatif.WhatIf;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tries a draft on the complaints of the ledger. It says nothing and changes nothing. */
public final class Trial {

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");
    private static final String DRAFT = "draft";

    private final Supplier<Router> holding;
    private final LedgerReading ledger;
    private final InstantSource clock;

    public Trial(Supplier<Router> holding, LedgerReading ledger, InstantSource clock) {
        this.holding = holding;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The draft, if all of it can be used.
     *
     * @throws id.pintu.routing.book.BrokenRules when it cannot
     */
    public RuleBook read(String draft) {
        return RuleTable.read(
                DRAFT, new StringReader(draft), holding.get().knowledge().registry());
    }

    /**
     * With today's registry, and what was learnt until today, for both.
     *
     * @param last how far back; empty for the whole ledger
     */
    public Comparison compare(RuleBook draft, Optional<Duration> last, LedgerReading.Progress progress) {
        Instant now = clock.instant();
        Router router = holding.get();
        Router drafted = new Router(router.knowledge().with(draft), router.experience());
        WhatIf whatIf = new WhatIf(
                placing(router, now),
                placing(drafted, now),
                last.map(now::minus).orElse(Instant.MIN));
        ledger.read(Set.of(ComplaintSubmitted.class, ComplaintRouted.class), whatIf::evolve, progress);
        return whatIf.compared();
    }

    /** As if each report came today: what counts is what the rules would do from now on. */
    private static Placing placing(Router router, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, NATIONAL);
        return report -> place(router.decide(report, Set.of(), day));
    }

    private static String place(RoutingDecision decision) {
        return switch (decision) {
            case Assign assign -> assign.institution().code();
            case AssignSeveral several ->
                several.parts().stream().map(part -> part.institution().code()).collect(Collectors.joining("+"));
            case Hold hold -> Placing.DESK;
        };
    }
}
