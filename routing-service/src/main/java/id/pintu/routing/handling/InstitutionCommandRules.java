package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.events.HandlingEvent.OfficerAssigned;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.processing.CommandDecider.CommandDecision;
import id.pintu.routing.handling.HandlingCommand.AddNote;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignPerson;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.InstitutionCommand;
import id.pintu.routing.handling.HandlingCommand.RequestExtension;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import java.time.Instant;
import java.util.List;

/** Command rules of the responsible institution, which may act until its final answer; notes it may add after it. */
final class InstitutionCommandRules {

    private final TransferRules transferRules;

    InstitutionCommandRules(TransferRules transferRules) {
        this.transferRules = transferRules;
    }

    CommandDecision decide(HandlingState state, InstitutionCommand command, Instant now) {
        if (!state.isWith(command.institution())) {
            return HandlingRefusals.notResponsible(command.institution());
        }
        if (state.phase() == HandlingPhase.ANSWERED && !(command instanceof AddNote)) {
            return HandlingRefusals.answered();
        }
        return switch (command) {
            case Verify verify ->
                accepted(new ComplaintVerified(verify.stamp(ComplaintVerified.class, now), verify.institution()));
            case AssignUnit assign ->
                accepted(new UnitAssigned(assign.stamp(UnitAssigned.class, now), assign.institution(), assign.unit()));
            case AssignPerson assign ->
                accepted(new OfficerAssigned(
                        assign.stamp(OfficerAssigned.class, now), assign.institution(), assign.account()));
            case AddNote note ->
                accepted(new NoteAdded(note.stamp(NoteAdded.class, now), note.institution(), note.text()));
            case RequestExtension request ->
                accepted(new ExtensionRequested(
                        request.stamp(ExtensionRequested.class, now), request.institution(), request.reason()));
            case Ask ask ->
                accepted(new ClarificationAsked(
                        ask.stamp(ClarificationAsked.class, now), ask.institution(), ask.question()));
            case FollowUp followUp ->
                accepted(new FollowUpPosted(
                        followUp.stamp(FollowUpPosted.class, now), followUp.institution(), followUp.text()));
            case Resolve resolve -> resolve(resolve, now);
            case Return returned -> transferRules.decide(state, returned, now);
        };
    }

    private static CommandDecision resolve(Resolve command, Instant now) {
        return FinalAnswerRules.pointsElsewhere(command.answer())
                ? HandlingRefusals.pointsElsewhere()
                : accepted(new ComplaintResolved(
                        command.stamp(ComplaintResolved.class, now), command.institution(), command.answer()));
    }

    private static CommandDecision accepted(ComplaintEvent event) {
        return new CommandDecision.Accepted(List.of(event));
    }
}
