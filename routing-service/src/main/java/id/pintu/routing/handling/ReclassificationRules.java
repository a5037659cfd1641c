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
import java.util.Optional;

/**
 * Command rules of reclassification, by the responsible institution or by the national desk at any time. Not after the final
 * answer, because the kind decides the deadlines.
 */
final class ReclassificationRules {

    private ReclassificationRules() {}

    static CommandDecision decide(HandlingState state, Reclassify command, Instant now) {
        Optional<String> notResponsible = command.institution().filter(code -> !state.isWith(code));
        if (notResponsible.isPresent()) {
            return HandlingRefusals.notResponsible(notResponsible.get());
        }
        if (state.phase() == HandlingPhase.ANSWERED) {
            return HandlingRefusals.answered();
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

    private static String wire(ComplaintKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
