package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.DisputeCause;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a complaint is. At every moment exactly one place is responsible: the institution, or else the national desk.
 *
 * @param report what it is about; absent until it was submitted
 * @param submittedAt when it came in
 * @param responsible the institution; absent while the desk is responsible
 * @param assignments how many institutions have had it
 * @param reason why it is where it is; with what routing last thought of whose it may be
 * @param quarrel what institutions said of it: theirs, or not
 * @param family the complaint it is a part of, and its own parts
 */
public record HandlingState(
        HandlingPhase phase,
        Optional<SubmittedReport> report,
        Optional<Instant> submittedAt,
        Optional<InstitutionRef> responsible,
        int assignments,
        Optional<RoutingReason> reason,
        DisputeHistory quarrel,
        RelatedComplaints family) {

    public static final HandlingState UNKNOWN = new HandlingState(
            HandlingPhase.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            DisputeHistory.NONE,
            RelatedComplaints.NONE);

    /** How far it is. */
    public enum HandlingPhase {
        UNKNOWN,
        AT_DESK,
        AT_INSTITUTION,
        ANSWERED,
        /** The reporter stayed silent after the answer. */
        CLOSED,
        /** Laid aside; the reporter may contest that once. */
        ARCHIVED,
        ENDED
    }

    /**
     * @param refusals what those said who said it is not theirs, in order
     * @param matter the rule and topic that first brought it to an institution; empty while none did
     * @param dispute why the arbiter has it; absent when nobody disputes
     * @param ruled whether the arbiter has ruled: then nobody can return it
     * @param verifiedBy code of the institution that last took it as its own
     * @param contested whether the reporter contested that it was archived
     */
    public record DisputeHistory(
            List<InstitutionRefusal> refusals,
            String matter,
            Optional<DisputeCause> dispute,
            boolean ruled,
            Optional<String> verifiedBy,
            boolean contested) {

        static final DisputeHistory NONE =
                new DisputeHistory(List.of(), "", Optional.empty(), false, Optional.empty(), false);

        public DisputeHistory {
            refusals = List.copyOf(refusals);
        }

        /** Codes of those that said it is not theirs, in order. */
        public List<String> refusedBy() {
            return refusals.stream().map(InstitutionRefusal::institution).toList();
        }

        DisputeHistory withRefusal(ComplaintReturned returned) {
            List<InstitutionRefusal> all = new ArrayList<>(refusals);
            all.add(new InstitutionRefusal(returned.institution(), returned.reason(), returned.suggested()));
            return new DisputeHistory(
                    all,
                    matter,
                    dispute,
                    ruled,
                    verifiedBy.filter(code -> !code.equals(returned.institution())),
                    contested);
        }

        DisputeHistory withMatter(String first) {
            return matter.isEmpty() ? new DisputeHistory(refusals, first, dispute, ruled, verifiedBy, contested) : this;
        }

        DisputeHistory withDispute(Optional<DisputeCause> why) {
            return new DisputeHistory(refusals, matter, why, ruled, verifiedBy, contested);
        }

        DisputeHistory withRuling() {
            return new DisputeHistory(refusals, matter, Optional.empty(), true, verifiedBy, contested);
        }

        DisputeHistory withVerifiedBy(String institution) {
            return new DisputeHistory(refusals, matter, dispute, ruled, Optional.of(institution), contested);
        }

        DisputeHistory withContested() {
            return new DisputeHistory(refusals, matter, dispute, ruled, verifiedBy, true);
        }
    }

    /**
     * "Bukan wewenang".
     *
     * @param institution code of the one that said so
     * @param suggested code of the one it thinks is right
     */
    public record InstitutionRefusal(String institution, String reason, Optional<String> suggested) {}

    /**
     * @param partOf the complaint this one is a part of
     * @param parts the numbers of its own parts
     * @param repeats the first complaint that told of the same thing
     */
    public record RelatedComplaints(
            Optional<ComplaintId> partOf, List<ComplaintId> parts, Optional<ComplaintId> repeats) {

        static final RelatedComplaints NONE = new RelatedComplaints(Optional.empty(), List.of(), Optional.empty());

        public RelatedComplaints {
            parts = List.copyOf(parts);
        }

        RelatedComplaints withRepeats(ComplaintId first) {
            return new RelatedComplaints(partOf, parts, Optional.of(first));
        }
    }

    // An ended complaint stays ended, yet learns what was decided at the same moment: the order must not matter.

    HandlingState submitted(SubmittedReport newReport, Instant submissionTime) {
        HandlingPhase next = phase == HandlingPhase.UNKNOWN ? HandlingPhase.AT_DESK : phase;
        return new HandlingState(
                next,
                Optional.of(newReport),
                Optional.of(submissionTime),
                responsible,
                assignments,
                reason,
                quarrel,
                family);
    }

    /** Of another kind than its reporter chose. */
    HandlingState withKind(ComplaintKind kind) {
        return new HandlingState(
                phase,
                report.map(newReport -> newReport.withKind(kind)),
                submittedAt,
                responsible,
                assignments,
                reason,
                quarrel,
                family);
    }

    HandlingState withPhase(HandlingPhase next) {
        return new HandlingState(
                unlessEnded(next), report, submittedAt, responsible, assignments, reason, quarrel, family);
    }

    HandlingState heldForDesk(Optional<DisputeCause> dispute, RoutingReason why) {
        return new HandlingState(
                unlessEnded(HandlingPhase.AT_DESK),
                report,
                submittedAt,
                Optional.empty(),
                assignments,
                Optional.of(keepingAssessment(why)),
                quarrel.withDispute(dispute),
                family);
    }

    /** The desk still chooses among those who were likely before. */
    private RoutingReason keepingAssessment(RoutingReason why) {
        return new RoutingReason(
                why.rule(), why.facts(), why.assessment().or(() -> reason.flatMap(RoutingReason::assessment)));
    }

    HandlingState assignedTo(InstitutionRef institution, int assignment, RoutingReason why) {
        return new HandlingState(
                unlessEnded(HandlingPhase.AT_INSTITUTION),
                report,
                submittedAt,
                Optional.of(institution),
                assignment,
                Optional.of(why),
                quarrel.withMatter(PrecedentIndex.matter(why)).withDispute(Optional.empty()),
                family);
    }

    HandlingState with(DisputeHistory next) {
        return new HandlingState(phase, report, submittedAt, responsible, assignments, reason, next, family);
    }

    HandlingState with(RelatedComplaints next) {
        return new HandlingState(phase, report, submittedAt, responsible, assignments, reason, quarrel, next);
    }

    private HandlingPhase unlessEnded(HandlingPhase next) {
        return phase == HandlingPhase.ENDED ? HandlingPhase.ENDED : next;
    }
}
