package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Institution;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.Dispute;
import id.pintu.events.RoutingEvent.Reason;
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
public record Handling(
        Phase phase,
        Optional<Report> report,
        Optional<Instant> submittedAt,
        Optional<Institution> responsible,
        int assignments,
        Optional<Reason> reason,
        Quarrel quarrel,
        Family family) {

    public static final Handling UNKNOWN = new Handling(
            Phase.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Quarrel.NONE,
            Family.ALONE);

    /** How far it is. */
    public enum Phase {
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
    public record Quarrel(
            List<Refusal> refusals,
            String matter,
            Optional<Dispute> dispute,
            boolean ruled,
            Optional<String> verifiedBy,
            boolean contested) {

        static final Quarrel NONE = new Quarrel(List.of(), "", Optional.empty(), false, Optional.empty(), false);

        public Quarrel {
            refusals = List.copyOf(refusals);
        }

        /** Codes of those that said it is not theirs, in order. */
        public List<String> refusedBy() {
            return refusals.stream().map(Refusal::institution).toList();
        }

        Quarrel refused(ComplaintReturned returned) {
            List<Refusal> all = new ArrayList<>(refusals);
            all.add(new Refusal(returned.institution(), returned.reason(), returned.suggested()));
            return new Quarrel(
                    all,
                    matter,
                    dispute,
                    ruled,
                    verifiedBy.filter(code -> !code.equals(returned.institution())),
                    contested);
        }

        Quarrel about(String first) {
            return matter.isEmpty() ? new Quarrel(refusals, first, dispute, ruled, verifiedBy, contested) : this;
        }

        Quarrel disputed(Optional<Dispute> why) {
            return new Quarrel(refusals, matter, why, ruled, verifiedBy, contested);
        }

        Quarrel settled() {
            return new Quarrel(refusals, matter, Optional.empty(), true, verifiedBy, contested);
        }

        Quarrel verified(String institution) {
            return new Quarrel(refusals, matter, dispute, ruled, Optional.of(institution), contested);
        }

        Quarrel contestedOnce() {
            return new Quarrel(refusals, matter, dispute, ruled, verifiedBy, true);
        }
    }

    /**
     * "Bukan wewenang".
     *
     * @param institution code of the one that said so
     * @param suggested code of the one it thinks is right
     */
    public record Refusal(String institution, String reason, Optional<String> suggested) {}

    /**
     * @param partOf the complaint this one is a part of
     * @param parts the numbers of its own parts
     * @param repeats the first complaint that told of the same thing
     */
    public record Family(Optional<ComplaintId> partOf, List<ComplaintId> parts, Optional<ComplaintId> repeats) {

        static final Family ALONE = new Family(Optional.empty(), List.of(), Optional.empty());

        public Family {
            parts = List.copyOf(parts);
        }

        Family repeating(ComplaintId first) {
            return new Family(partOf, parts, Optional.of(first));
        }
    }

    // An ended complaint stays ended, yet learns what was decided at the same moment: the order must not matter.

    Handling submitted(Report what, Instant when) {
        Phase next = phase == Phase.UNKNOWN ? Phase.AT_DESK : phase;
        return new Handling(
                next, Optional.of(what), Optional.of(when), responsible, assignments, reason, quarrel, family);
    }

    /** Of another kind than its reporter chose. */
    Handling of(ComplaintKind kind) {
        return new Handling(
                phase,
                report.map(what -> what.of(kind)),
                submittedAt,
                responsible,
                assignments,
                reason,
                quarrel,
                family);
    }

    Handling in(Phase next) {
        return new Handling(unlessEnded(next), report, submittedAt, responsible, assignments, reason, quarrel, family);
    }

    Handling atDesk(Optional<Dispute> dispute, Reason why) {
        return new Handling(
                unlessEnded(Phase.AT_DESK),
                report,
                submittedAt,
                Optional.empty(),
                assignments,
                Optional.of(since(why)),
                quarrel.disputed(dispute),
                family);
    }

    /** The desk still chooses among those who were likely before. */
    private Reason since(Reason why) {
        return new Reason(why.rule(), why.facts(), why.assessment().or(() -> reason.flatMap(Reason::assessment)));
    }

    Handling at(Institution institution, int assignment, Reason why) {
        return new Handling(
                unlessEnded(Phase.AT_INSTITUTION),
                report,
                submittedAt,
                Optional.of(institution),
                assignment,
                Optional.of(why),
                quarrel.about(Precedents.matter(why)).disputed(Optional.empty()),
                family);
    }

    Handling with(Quarrel next) {
        return new Handling(phase, report, submittedAt, responsible, assignments, reason, next, family);
    }

    Handling with(Family next) {
        return new Handling(phase, report, submittedAt, responsible, assignments, reason, quarrel, next);
    }

    private Phase unlessEnded(Phase next) {
        return phase == Phase.ENDED ? Phase.ENDED : next;
    }
}
