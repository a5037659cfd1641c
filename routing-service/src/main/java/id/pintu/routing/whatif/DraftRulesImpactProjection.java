package id.pintu.routing.whatif;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.routing.whatif.RuleBookComparison.DeskAgreement;
import id.pintu.routing.whatif.RuleBookComparison.DestinationLoad;
import id.pintu.routing.whatif.RuleBookComparison.MovedComplaints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Projection of the ledger that compares the destinations of past complaints under a draft rule book and under the
 * rules in force. Both use the current registry, so every difference is caused by the draft. It keeps destinations, not
 * texts.
 */
public final class DraftRulesImpactProjection {

    /** Rule names of events in which the desk, or its arbiter, decided. */
    private static final Set<String> BY_DESK = Set.of(RoutingReason.DESK_DECISION, RoutingReason.RULING);

    private static final int EXAMPLES = 5;

    private final DestinationResolver current;
    private final DestinationResolver draft;
    private final Instant since;
    private final Map<ComplaintId, DestinationPair> destinationsById = new LinkedHashMap<>();
    private final Map<ComplaintId, String> deskDecisions = new HashMap<>();

    private record DestinationPair(RoutingDestination now, RoutingDestination draft) {
        boolean isMove() {
            return !now.equals(draft);
        }
    }

    /**
     * @param current destinations by the rules in force
     * @param draft destinations by the draft
     * @param since complaints submitted earlier are left out
     */
    public DraftRulesImpactProjection(DestinationResolver current, DestinationResolver draft, Instant since) {
        this.current = current;
        this.draft = draft;
        this.since = since;
    }

    /** Applies an event; idempotent. */
    public void evolve(ComplaintEvent event) {
        if (event instanceof ComplaintSubmitted submitted && !submitted.at().isBefore(since)) {
            destinationsById.put(
                    submitted.complaintId(),
                    new DestinationPair(
                            current.destination(submitted.report()), draft.destination(submitted.report())));
        }
        if (event instanceof ComplaintRouted routed
                && BY_DESK.contains(routed.reason().rule())) {
            deskDecisions.put(routed.complaintId(), routed.institution().code());
        }
    }

    /** The comparison of the events so far. */
    public RuleBookComparison comparison() {
        int moved = (int) destinationsById.values().stream()
                .filter(DestinationPair::isMove)
                .count();
        return new RuleBookComparison(destinationsById.size(), moved, moves(), loads(), agreement());
    }

    /** Moves with the most complaints first. */
    private List<MovedComplaints> moves() {
        Map<DestinationPair, List<ComplaintId>> moves = new LinkedHashMap<>();
        destinationsById.forEach((id, destinations) -> {
            if (destinations.isMove()) {
                moves.computeIfAbsent(destinations, key -> new ArrayList<>()).add(id);
            }
        });
        return moves.entrySet().stream()
                .map(each -> new MovedComplaints(
                        each.getKey().now().text(),
                        each.getKey().draft().text(),
                        each.getValue().size(),
                        each.getValue().stream()
                                .limit(EXAMPLES)
                                .map(ComplaintId::value)
                                .toList()))
                .sorted(Comparator.comparingInt(MovedComplaints::complaints)
                        .reversed()
                        .thenComparing(MovedComplaints::from)
                        .thenComparing(MovedComplaints::to))
                .toList();
    }

    private List<DestinationLoad> loads() {
        Map<String, DestinationLoad> loads = new TreeMap<>();
        for (DestinationPair each : destinationsById.values()) {
            add(loads, new DestinationLoad(each.now().text(), 1, 0));
            add(loads, new DestinationLoad(each.draft().text(), 0, 1));
        }
        return loads.values().stream()
                .sorted(Comparator.comparingInt((DestinationLoad load) -> Math.max(load.now(), load.draft()))
                        .reversed()
                        .thenComparing(DestinationLoad::place))
                .toList();
    }

    private static void add(Map<String, DestinationLoad> loads, DestinationLoad load) {
        loads.merge(load.place(), load, DestinationLoad::plus);
    }

    private DeskAgreement agreement() {
        int decided = 0;
        int now = 0;
        int draftAgreed = 0;
        for (Map.Entry<ComplaintId, DestinationPair> each : destinationsById.entrySet()) {
            String deskDecision = deskDecisions.get(each.getKey());
            if (deskDecision != null) {
                decided++;
                now += agrees(each.getValue().now(), deskDecision) ? 1 : 0;
                draftAgreed += agrees(each.getValue().draft(), deskDecision) ? 1 : 0;
            }
        }
        return new DeskAgreement(decided, now, draftAgreed);
    }

    /** The desk decides about the complaint itself, which the first institution gets. */
    private static boolean agrees(RoutingDestination destination, String deskDecision) {
        return destination.first().filter(deskDecision::equals).isPresent();
    }
}
