package id.pintu.support.explanations;

import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;

/**
 * Stateless writer of the sentences on why an assignment differs from the first choice: a return, a precedent, or an
 * institution that cannot take reports.
 */
final class ReroutingExplanationWriter {

    private static final String PROVINCE_FALL_BACK = "-province";

    private ReroutingExplanationWriter() {}

    static boolean hasObstacle(RoutingReason reason) {
        return reason.has(ReasonFactName.NOT_CONNECTED) || reason.has(ReasonFactName.NOT_ACTIVE);
    }

    /** Name of the deciding rule, without the suffix of a fallback to the province. */
    static String ruleOf(RoutingReason reason) {
        String rule = reason.rule();
        return isFallBack(reason) ? rule.substring(0, rule.length() - PROVINCE_FALL_BACK.length()) : rule;
    }

    static BilingualText of(ComplaintRouted routed) {
        RoutingReason reason = routed.reason();
        return returned(routed.assignment())
                .appendSentence(precedent(reason))
                .appendSentence(
                        hasObstacle(reason) ? obstacle(reason).append(consequence(reason)) : BilingualText.EMPTY);
    }

    private static boolean isFallBack(RoutingReason reason) {
        return reason.rule().endsWith(PROVINCE_FALL_BACK) && hasObstacle(reason);
    }

    private static BilingualText returned(int assignment) {
        return assignment < 2
                ? BilingualText.EMPTY
                : new BilingualText(
                        "Instansi sebelumnya menyatakan laporan ini bukan wewenangnya.",
                        "The institution before said that it is not responsible.");
    }

    private static BilingualText precedent(RoutingReason reason) {
        return reason.has(ReasonFactName.PRECEDENT)
                ? new BilingualText(
                        "Putusan sebelumnya dalam perkara yang sama menetapkan demikian.",
                        "A former ruling on the same matter says so.")
                : BilingualText.EMPTY;
    }

    private static BilingualText obstacle(RoutingReason reason) {
        String name = reason.firstKnown(ReasonFactName.INSTEAD_OF).orElse("…");
        return reason.has(ReasonFactName.NOT_CONNECTED)
                ? new BilingualText("%s belum terhubung", "%s is not connected yet").format(name)
                : new BilingualText(
                                "%s sudah lama tidak menindaklanjuti laporan",
                                "%s has not acted on reports for a long time")
                        .format(name);
    }

    private static BilingualText consequence(RoutingReason reason) {
        return isFallBack(reason)
                ? new BilingualText(", maka provinsinya yang menerima.", ", so its province takes the report.")
                : new BilingualText(".", ".");
    }
}
