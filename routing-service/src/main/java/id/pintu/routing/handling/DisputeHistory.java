package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.DisputeCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Immutable history of what institutions, the arbiter and the reporter disputed about one complaint; part of its handling
 * state.
 *
 * @param refusals the refusals of institutions that returned it, in order
 * @param matter the rule and topic that first assigned it to an institution; empty without one
 * @param dispute why the arbiter has to rule; absent without a dispute
 * @param ruled whether the arbiter has ruled: then no institution can return it
 * @param verifiedBy code of the institution that last verified it as its own
 * @param contested whether the reporter contested that it was archived
 * @param decisions the latest decisions of accounts about who is responsible, oldest first; at most 20
 */
public record DisputeHistory(
        List<InstitutionRefusal> refusals,
        String matter,
        Optional<DisputeCause> dispute,
        boolean ruled,
        Optional<String> verifiedBy,
        boolean contested,
        List<PastDecision> decisions) {

    private static final int MAX_DECISIONS = 20;

    static final DisputeHistory NONE =
            new DisputeHistory(List.of(), "", Optional.empty(), false, Optional.empty(), false, List.of());

    public DisputeHistory {
        refusals = List.copyOf(refusals);
        decisions = decisions == null ? List.of() : List.copyOf(decisions); // states of before have none
    }

    /**
     * "Bukan wewenang": an institution returned the complaint as not its responsibility.
     *
     * @param institution code of the institution
     * @param suggested code of the institution it suggests
     */
    public record InstitutionRefusal(String institution, String reason, Optional<String> suggested) {}

    /** Codes of the institutions that returned it, in order. */
    public List<String> refusedBy() {
        return refusals.stream().map(InstitutionRefusal::institution).toList();
    }

    DisputeHistory withRefusal(ComplaintReturned returned) {
        return change(draft -> {
            draft.refusals = new ArrayList<>(refusals);
            draft.refusals.add(new InstitutionRefusal(returned.institution(), returned.reason(), returned.suggested()));
            draft.verifiedBy = verifiedBy.filter(code -> !code.equals(returned.institution()));
        });
    }

    /** The first matter stays. */
    DisputeHistory withMatter(String first) {
        return matter.isEmpty() ? change(draft -> draft.matter = first) : this;
    }

    DisputeHistory withDispute(Optional<DisputeCause> cause) {
        return change(draft -> draft.dispute = cause);
    }

    DisputeHistory withRuling() {
        return change(draft -> {
            draft.dispute = Optional.empty();
            draft.ruled = true;
        });
    }

    DisputeHistory withVerifiedBy(String institution) {
        return change(draft -> draft.verifiedBy = Optional.of(institution));
    }

    DisputeHistory withContested() {
        return change(draft -> draft.contested = true);
    }

    /** With the decision that an event tells, if an account made it. */
    DisputeHistory withDecision(ComplaintEvent event) {
        return PastDecision.of(event)
                .map(decision -> change(draft -> {
                    List<PastDecision> all = new ArrayList<>(decisions);
                    all.add(decision);
                    draft.decisions = all.subList(Math.max(0, all.size() - MAX_DECISIONS), all.size());
                }))
                .orElse(this);
    }

    private DisputeHistory change(Consumer<DisputeHistoryBuilder> change) {
        DisputeHistoryBuilder draft = new DisputeHistoryBuilder(this);
        change.accept(draft);
        return draft.history();
    }

    /** Mutable copy of a history, so that a transition sets only the fields it changes. */
    private static final class DisputeHistoryBuilder {
        private List<InstitutionRefusal> refusals;
        private String matter;
        private Optional<DisputeCause> dispute;
        private boolean ruled;
        private Optional<String> verifiedBy;
        private boolean contested;
        private List<PastDecision> decisions;

        private DisputeHistoryBuilder(DisputeHistory from) {
            refusals = from.refusals;
            matter = from.matter;
            dispute = from.dispute;
            ruled = from.ruled;
            verifiedBy = from.verifiedBy;
            contested = from.contested;
            decisions = from.decisions;
        }

        private DisputeHistory history() {
            return new DisputeHistory(refusals, matter, dispute, ruled, verifiedBy, contested, decisions);
        }
    }
}
