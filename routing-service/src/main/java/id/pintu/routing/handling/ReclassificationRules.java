package id.pintu.routing.handling;

import id.pintu.events.ComplaintKind;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.CommandDecider.CommandDecision;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Who may say that a complaint is of another kind than its reporter chose: whoever is responsible, and the national
 * desk wherever it is. The kind decides how many days there are, so not after the answer.
 */
final class ReclassificationRules {

    private ReclassificationRules() {}

    static CommandDecision decide(HandlingState state, Reclassify command, Instant now) {
        if (command.institution().filter(code -> !isWith(state, code)).isPresent()) {
            return new CommandDecision.Refused(
                    "not-responsible",
                    "This complaint is not with " + command.institution().orElseThrow() + ".");
        }
        if (state.phase() == HandlingPhase.ANSWERED) {
            return new CommandDecision.Refused(
                    "answered", "The final answer was given; the reporter may still contest it.");
        }
        if (state.report()
                .map(SubmittedReport::kind)
                .filter(command.kind()::equals)
                .isPresent()) {
            return new CommandDecision.Refused(
                    "same-kind", "Field 'kind': it is of kind " + wire(command.kind()) + " already.");
        }
        return new CommandDecision.Accepted(List.of(new ComplaintReclassified(
                command.stamp(ComplaintReclassified.class, now), command.kind(), command.reason())));
    }

    private static boolean isWith(HandlingState state, String code) {
        return state.responsible()
                .filter(institution -> institution.code().equals(code))
                .isPresent();
    }

    private static String wire(ComplaintKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
