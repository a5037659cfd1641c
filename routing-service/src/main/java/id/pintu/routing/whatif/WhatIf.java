package id.pintu.routing.whatif;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.whatif.Comparison.Agreement;
import id.pintu.routing.whatif.Comparison.Load;
import id.pintu.routing.whatif.Comparison.Move;
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
 * Lets a draft decide past complaints beside the rules that hold, from the ledger. Both see today's registry, so what
 * differs is the draft's doing. Only where each complaint went is kept, not what it says.
 */
public final class WhatIf {

    /** The rules under which the ledger tells what the desk, or its arbiter, decided. */
    private static final Set<String> BY_DESK = Set.of(Reason.DESK_DECISION, Reason.RULING);

    private static final int EXAMPLES = 5;

    private final Placing holding;
    private final Placing draft;
    private final Instant since;
    private final Map<ComplaintId, Places> placed = new LinkedHashMap<>();
    private final Map<ComplaintId, String> byDesk = new HashMap<>();

    private record Places(String now, String draft) {}

    /**
     * @param holding the rules that hold
     * @param since complaints from before are left out
     */
    public WhatIf(Placing holding, Placing draft, Instant since) {
        this.holding = holding;
        this.draft = draft;
        this.since = since;
    }

    /** Bears repeats: the same complaint is decided the same. */
    public void evolve(ComplaintEvent event) {
        if (event instanceof ComplaintSubmitted submitted && !submitted.at().isBefore(since)) {
            placed.put(
                    submitted.complaintId(),
                    new Places(holding.place(submitted.report()), draft.place(submitted.report())));
        }
        if (event instanceof ComplaintRouted routed
                && BY_DESK.contains(routed.reason().rule())) {
            byDesk.put(routed.complaintId(), routed.institution().code());
        }
    }

    /** What would be otherwise. */
    public Comparison compared() {
        int moved = (int) placed.values().stream()
                .filter(each -> !each.now().equals(each.draft()))
                .count();
        return new Comparison(placed.size(), moved, moves(), loads(), agreement());
    }

    /** Those with the most complaints first. */
    private List<Move> moves() {
        Map<Places, List<ComplaintId>> moves = new LinkedHashMap<>();
        placed.forEach((id, places) -> {
            if (!places.now().equals(places.draft())) {
                moves.computeIfAbsent(places, key -> new ArrayList<>()).add(id);
            }
        });
        return moves.entrySet().stream()
                .map(each -> new Move(
                        each.getKey().now(),
                        each.getKey().draft(),
                        each.getValue().size(),
                        each.getValue().stream()
                                .limit(EXAMPLES)
                                .map(ComplaintId::value)
                                .toList()))
                .sorted(Comparator.comparingInt(Move::complaints)
                        .reversed()
                        .thenComparing(Move::from)
                        .thenComparing(Move::to))
                .toList();
    }

    private List<Load> loads() {
        Map<String, Load> loads = new TreeMap<>();
        for (Places each : placed.values()) {
            loads.merge(each.now(), new Load(each.now(), 1, 0), Load::and);
            loads.merge(each.draft(), new Load(each.draft(), 0, 1), Load::and);
        }
        return loads.values().stream()
                .sorted(Comparator.comparingInt((Load load) -> Math.max(load.now(), load.draft()))
                        .reversed()
                        .thenComparing(Load::place))
                .toList();
    }

    /** Of several the first has the complaint itself, which is what the desk decided about. */
    private static String first(String places) {
        return places.split("\\+", 2)[0];
    }

    private Agreement agreement() {
        int decided = 0;
        int now = 0;
        int with = 0;
        for (Map.Entry<ComplaintId, Places> each : placed.entrySet()) {
            String right = byDesk.get(each.getKey());
            if (right != null) {
                decided++;
                now += right.equals(first(each.getValue().now())) ? 1 : 0;
                with += right.equals(first(each.getValue().draft())) ? 1 : 0;
            }
        }
        return new Agreement(decided, now, with);
    }
}
