package id.pintu.routing.handling;

import id.pintu.events.ComplaintKind;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.house.ledger.CommandDecider.Verdict;
import id.pintu.routing.handling.Handling.Phase;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Who may say that a complaint is of another kind than its reporter chose: whoever is responsible, and the national
 * desk wherever it is. The kind decides how many days there are, so not after the answer.
 */
final class KindRules {

    private KindRules() {}

    static Verdict decide(Handling state, Reclassify asked, Instant now) {
        if (asked.institution().filter(code -> !isWith(state, code)).isPresent()) {
            return new Verdict.Refused(
                    "not-responsible",
                    "This complaint is not with " + asked.institution().orElseThrow() + ".");
        }
        if (state.phase() == Phase.ANSWERED) {
            return new Verdict.Refused("answered", "The final answer was given; the reporter may still contest it.");
        }
        if (state.report().map(Report::kind).filter(asked.kind()::equals).isPresent()) {
            return new Verdict.Refused("same-kind", "Field 'kind': it is of kind " + wire(asked.kind()) + " already.");
        }
        return new Verdict.Accepted(List.of(new ComplaintReclassified(
                asked.stamp(ComplaintReclassified.class, now), asked.kind(), asked.reason())));
    }

    private static boolean isWith(Handling state, String code) {
        return state.responsible()
                .filter(institution -> institution.code().equals(code))
                .isPresent();
    }

    private static String wire(ComplaintKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
