package id.pintu.house.telling;

import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;

/** Why a complaint did not go, or did not stay, where it would have gone otherwise. */
final class Detours {

    private static final String FALLEN_BACK = "-province";
    private static final String NOT_CONNECTED = "not-connected";
    private static final String NOT_ACTIVE = "not-active";

    private Detours() {}

    static boolean hasObstacle(Facts facts) {
        return facts.has(NOT_CONNECTED) || facts.has(NOT_ACTIVE);
    }

    /** The rule that named the institution, whoever took its place then. */
    static String ruleOf(Reason reason) {
        String rule = reason.rule();
        return isFallBack(reason) ? rule.substring(0, rule.length() - FALLEN_BACK.length()) : rule;
    }

    static Words of(ComplaintRouted routed) {
        Facts facts = Facts.of(routed.reason());
        return returned(routed.assignment())
                .and(precedent(facts))
                .and(hasObstacle(facts) ? obstacle(facts).then(consequence(routed.reason())) : Words.NONE);
    }

    private static boolean isFallBack(Reason reason) {
        return reason.rule().endsWith(FALLEN_BACK) && hasObstacle(Facts.of(reason));
    }

    private static Words returned(int assignment) {
        return assignment < 2
                ? Words.NONE
                : new Words(
                        "Instansi sebelumnya menyatakan laporan ini bukan wewenangnya.",
                        "The institution before said that it is not responsible.");
    }

    private static Words precedent(Facts facts) {
        return facts.has("precedent")
                ? new Words(
                        "Putusan sebelumnya dalam perkara yang sama menetapkan demikian.",
                        "A former ruling on the same matter says so.")
                : Words.NONE;
    }

    /** The name is a fact of its own; records from before it was told have the code only. */
    private static Words obstacle(Facts facts) {
        String name = facts.first("instead-of")
                .or(() -> facts.first(NOT_CONNECTED))
                .or(() -> facts.first(NOT_ACTIVE))
                .orElse("…");
        return facts.has(NOT_CONNECTED)
                ? new Words("%s belum terhubung", "%s is not connected yet").with(name)
                : new Words(
                                "%s sudah lama tidak menindaklanjuti laporan",
                                "%s has not acted on reports for a long time")
                        .with(name);
    }

    private static Words consequence(Reason reason) {
        return isFallBack(reason)
                ? new Words(", maka provinsinya yang menerima.", ", so its province takes the report.")
                : new Words(".", ".");
    }
}
