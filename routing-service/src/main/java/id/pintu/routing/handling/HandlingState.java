package id.pintu.routing.handling;

import id.pintu.events.ComplaintKind;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.DisputeCause;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Immutable state of one complaint's handling, folded from its events: its phase and who is responsible for it. While a
 * complaint is open, exactly one party is responsible, either an institution or the national desk.
 *
 * <p>The JSON is both the stored snapshot and what the agency API shows, so component names are wire names.
 *
 * @param report the report; absent until it was submitted
 * @param submittedAt when it was submitted
 * @param responsible the responsible institution; absent while the desk is responsible
 * @param unit the unit of the responsible institution that it was given to (disposisi)
 * @param assignments number of assignments to an institution so far
 * @param reason why it is where it is, with the latest assessment of the likely institutions
 * @param quarrel refusals, disputes and rulings so far
 * @param family the complaints it is related to
 * @param assignee opaque id of the account of the officer it was given to
 * @param messages number of questions to the reporter and replies so far; they are stored apart
 * @param noteCount number of internal notes so far; they are stored apart
 * @param version number of events folded, without those of deadlines
 * @param deadlines that run now
 */
public record HandlingState(
        HandlingPhase phase,
        Optional<SubmittedReport> report,
        Optional<Instant> submittedAt,
        Optional<InstitutionRef> responsible,
        Optional<String> unit,
        Optional<String> assignee,
        int assignments,
        Optional<RoutingReason> reason,
        DisputeHistory quarrel,
        RelatedComplaints family,
        int messages,
        int noteCount,
        int version,
        OpenDeadlines deadlines) {

    public static final HandlingState UNKNOWN = new HandlingState(
            HandlingPhase.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            DisputeHistory.NONE,
            RelatedComplaints.NONE,
            0,
            0,
            0,
            OpenDeadlines.NONE);

    /** Phase of the handling of a complaint. */
    public enum HandlingPhase {
        UNKNOWN,
        AT_DESK,
        AT_INSTITUTION,
        ANSWERED,
        /** The reporter did not react to the final answer in time; a contest sent in time still reopens it. */
        CLOSED,
        /** Archived by the desk; the reporter may contest that once. */
        ARCHIVED,
        ENDED
    }

    /**
     * Whether this institution is responsible.
     *
     * @param institution its code
     */
    public boolean isWith(String institution) {
        return responsible.filter(each -> each.code().equals(institution)).isPresent();
    }

    // An ended complaint stays ended, but still applies events of the same moment: their order must not matter.

    HandlingState submitted(SubmittedReport newReport, Instant at) {
        return change(draft -> {
            draft.phase = phase == HandlingPhase.UNKNOWN ? HandlingPhase.AT_DESK : phase;
            draft.report = Optional.of(newReport);
            draft.submittedAt = Optional.of(at);
        });
    }

    /** Reclassified: of another kind than the reporter chose. */
    HandlingState withKind(ComplaintKind kind) {
        return change(draft -> draft.report = report.map(submitted -> submitted.withKind(kind)));
    }

    HandlingState withPhase(HandlingPhase next) {
        return change(draft -> draft.phase = unlessEnded(next));
    }

    HandlingState heldForDesk(Optional<DisputeCause> dispute, RoutingReason why) {
        return change(draft -> {
            draft.phase = unlessEnded(HandlingPhase.AT_DESK);
            draft.responsible = Optional.empty();
            draft.unit = Optional.empty();
            draft.assignee = Optional.empty();
            draft.reason = Optional.of(keepingAssessment(why));
            draft.quarrel = quarrel.withDispute(dispute);
        });
    }

    /** A reason without an assessment keeps the earlier one: the desk still chooses among the likely institutions. */
    private RoutingReason keepingAssessment(RoutingReason why) {
        return new RoutingReason(
                why.rule(), why.facts(), why.assessment().or(() -> reason.flatMap(RoutingReason::assessment)));
    }

    HandlingState assignedTo(InstitutionRef institution, int assignment, RoutingReason why) {
        return change(draft -> {
            draft.phase = unlessEnded(HandlingPhase.AT_INSTITUTION);
            draft.responsible = Optional.of(institution);
            draft.unit = Optional.empty();
            draft.assignee = Optional.empty();
            draft.assignments = assignment;
            draft.reason = Optional.of(why);
            draft.quarrel = quarrel.withMatter(RulingPrecedentIndex.matter(why)).withDispute(Optional.empty());
        });
    }

    HandlingState withUnit(String name) {
        return change(draft -> draft.unit = Optional.of(name));
    }

    HandlingState withAssignee(Optional<String> account) {
        return change(draft -> draft.assignee = account);
    }

    HandlingState with(DisputeHistory next) {
        return change(draft -> draft.quarrel = next);
    }

    HandlingState with(RelatedComplaints next) {
        return change(draft -> draft.family = next);
    }

    HandlingState with(OpenDeadlines next) {
        return change(draft -> draft.deadlines = next);
    }

    HandlingState withMessage() {
        return change(draft -> draft.messages = messages + 1);
    }

    HandlingState withNote() {
        return change(draft -> draft.noteCount = noteCount + 1);
    }

    /** The next version: one more event is folded. */
    HandlingState withNextVersion() {
        return change(draft -> draft.version = version + 1);
    }

    private HandlingPhase unlessEnded(HandlingPhase next) {
        return phase == HandlingPhase.ENDED ? HandlingPhase.ENDED : next;
    }

    private HandlingState change(Consumer<HandlingStateBuilder> change) {
        HandlingStateBuilder draft = new HandlingStateBuilder(this);
        change.accept(draft);
        return draft.state();
    }

    /** Mutable copy of a state, so that a transition sets only the fields it changes. */
    private static final class HandlingStateBuilder {
        private HandlingPhase phase;
        private Optional<SubmittedReport> report;
        private Optional<Instant> submittedAt;
        private Optional<InstitutionRef> responsible;
        private Optional<String> unit;
        private Optional<String> assignee;
        private int assignments;
        private Optional<RoutingReason> reason;
        private DisputeHistory quarrel;
        private RelatedComplaints family;
        private int messages;
        private int noteCount;
        private int version;
        private OpenDeadlines deadlines;

        private HandlingStateBuilder(HandlingState from) {
            phase = from.phase;
            report = from.report;
            submittedAt = from.submittedAt;
            responsible = from.responsible;
            unit = from.unit;
            assignee = from.assignee;
            assignments = from.assignments;
            reason = from.reason;
            quarrel = from.quarrel;
            family = from.family;
            messages = from.messages;
            noteCount = from.noteCount;
            version = from.version;
            deadlines = from.deadlines;
        }

        private HandlingState state() {
            return new HandlingState(
                    phase,
                    report,
                    submittedAt,
                    responsible,
                    unit,
                    assignee,
                    assignments,
                    reason,
                    quarrel,
                    family,
                    messages,
                    noteCount,
                    version,
                    deadlines);
        }
    }
}
