package id.pintu.routing.rulebooks;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.routing.csv.RuleBookCsvReader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.decision.RoutingDecision;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.kafka.LedgerScanner;
import id.pintu.routing.registry.NationalTime;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.whatif.DestinationResolver;
import id.pintu.routing.whatif.DraftRulesImpactProjection;
import id.pintu.routing.whatif.RoutingDestination;
import id.pintu.routing.whatif.RuleBookComparison;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Evaluator that applies a draft rule book to past complaints of the ledger. It emits no events and changes no state.
 */
public final class DraftRulesEvaluator {

    private static final String DRAFT = "draft";

    private final Supplier<ComplaintRouter> currentRouter;
    private final LedgerScanner ledgerScanner;
    private final InstantSource clock;

    public DraftRulesEvaluator(
            Supplier<ComplaintRouter> currentRouter, LedgerScanner ledgerScanner, InstantSource clock) {
        this.currentRouter = currentRouter;
        this.ledgerScanner = ledgerScanner;
        this.clock = clock;
    }

    /**
     * Compiles a draft.
     *
     * @throws id.pintu.routing.rules.InvalidRulesException if it has errors
     */
    public RuleBook parseDraft(String draft) {
        return RuleBookCsvReader.read(
                DRAFT, new StringReader(draft), currentRouter.get().knowledge().registry());
    }

    /**
     * Compares the draft with the rules in force, both with the current registry and model.
     *
     * @param last period to look back; empty for the whole ledger
     */
    public RuleBookComparison compare(
            RuleBook draft, Optional<Duration> last, LedgerScanner.ScanProgressListener progress) {
        Instant now = clock.instant();
        ComplaintRouter router = currentRouter.get();
        ComplaintRouter drafted = new ComplaintRouter(router.knowledge().with(draft), router.model());
        DraftRulesImpactProjection projection = new DraftRulesImpactProjection(
                destinationResolver(router, now),
                destinationResolver(drafted, now),
                last.map(now::minus).orElse(Instant.MIN));
        ledgerScanner.scan(Set.of(ComplaintSubmitted.class, ComplaintRouted.class), projection::evolve, progress);
        return projection.comparison();
    }

    /** Decides each report as if it came today, since the comparison shows what the rules would do from now on. */
    private static DestinationResolver destinationResolver(ComplaintRouter router, Instant now) {
        LocalDate day = NationalTime.dateAt(now);
        return report -> destination(router.decide(report, Set.of(), day));
    }

    private static RoutingDestination destination(RoutingDecision decision) {
        return switch (decision) {
            case Assign assign -> RoutingDestination.of(assign.institution().code());
            case AssignToSeveral several ->
                new RoutingDestination(several.parts().stream()
                        .map(part -> part.institution().code())
                        .toList());
            case Hold hold -> RoutingDestination.DESK;
        };
    }
}
