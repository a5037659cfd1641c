package id.pintu.routing.handling;

import id.pintu.events.Institution;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.Assessment;
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
 * @param refusedBy codes of those that said it is not theirs
 * @param assessment what routing thought of it when it gave it to the desk: whose it may be
 * @param verified code of the institution that last took it as its own
 */
public record Handling(
        Phase phase,
        Optional<Report> report,
        Optional<Instant> submittedAt,
        Optional<Institution> responsible,
        int assignments,
        List<String> refusedBy,
        Optional<Assessment> assessment,
        Optional<String> verified) {

    public static final Handling UNKNOWN = new Handling(
            Phase.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** How far it is. */
    public enum Phase {
        UNKNOWN,
        AT_DESK,
        AT_INSTITUTION,
        ANSWERED,
        /** The reporter stayed silent after the answer. */
        CLOSED,
        ENDED
    }

    public Handling {
        refusedBy = List.copyOf(refusedBy);
    }

    // An ended complaint stays ended, yet learns what was decided at the same moment: the order must not matter.

    Handling submitted(Report what, Instant when) {
        Phase next = phase == Phase.UNKNOWN ? Phase.AT_DESK : phase;
        return new Handling(
                next, Optional.of(what), Optional.of(when), responsible, assignments, refusedBy, assessment, verified);
    }

    Handling in(Phase next) {
        return new Handling(
                unlessEnded(next), report, submittedAt, responsible, assignments, refusedBy, assessment, verified);
    }

    Handling atDesk(Optional<Assessment> assessed) {
        return new Handling(
                unlessEnded(Phase.AT_DESK),
                report,
                submittedAt,
                Optional.empty(),
                assignments,
                refusedBy,
                assessed.or(() -> assessment),
                verified);
    }

    Handling at(Institution institution, int assignment) {
        return new Handling(
                unlessEnded(Phase.AT_INSTITUTION),
                report,
                submittedAt,
                Optional.of(institution),
                assignment,
                refusedBy,
                assessment,
                verified);
    }

    Handling refused(String institution) {
        List<String> refusals = new ArrayList<>(refusedBy);
        refusals.add(institution);
        return new Handling(
                phase,
                report,
                submittedAt,
                responsible,
                assignments,
                refusals,
                assessment,
                verified.filter(code -> !code.equals(institution)));
    }

    Handling verifiedBy(String institution) {
        return new Handling(
                phase, report, submittedAt, responsible, assignments, refusedBy, assessment, Optional.of(institution));
    }

    private Phase unlessEnded(Phase next) {
        return phase == Phase.ENDED ? Phase.ENDED : next;
    }
}
