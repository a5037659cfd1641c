package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.house.ledger.CommandDecider.Verdict;
import id.pintu.routing.handling.Handling.Phase;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.ByInstitution;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Verify;
import java.time.Instant;
import java.util.List;

/** What the responsible institution may do, until it has answered. */
final class InstitutionRules {

    private final Transfers transfers;

    InstitutionRules(Transfers transfers) {
        this.transfers = transfers;
    }

    Verdict decide(Handling state, ByInstitution asked, Instant now) {
        boolean responsible = state.responsible()
                .filter(institution -> institution.code().equals(asked.institution()))
                .isPresent();
        if (!responsible) {
            return new Verdict.Refused("not-responsible", "This complaint is not with " + asked.institution() + ".");
        }
        if (state.phase() == Phase.ANSWERED) {
            return new Verdict.Refused("answered", "The final answer was given; the reporter may still contest it.");
        }
        return switch (asked) {
            case Verify verify ->
                accepted(new ComplaintVerified(verify.stamp(ComplaintVerified.class, now), verify.institution()));
            case AssignUnit assign ->
                accepted(new UnitAssigned(assign.stamp(UnitAssigned.class, now), assign.institution(), assign.unit()));
            case Ask ask ->
                accepted(new ClarificationAsked(
                        ask.stamp(ClarificationAsked.class, now), ask.institution(), ask.question()));
            case FollowUp followUp ->
                accepted(new FollowUpPosted(
                        followUp.stamp(FollowUpPosted.class, now), followUp.institution(), followUp.text()));
            case Resolve resolve ->
                accepted(new ComplaintResolved(
                        resolve.stamp(ComplaintResolved.class, now), resolve.institution(), resolve.answer()));
            case Return returned -> transfers.returned(state, returned, now);
        };
    }

    private static Verdict accepted(ComplaintEvent event) {
        return new Verdict.Accepted(List.of(event));
    }
}
