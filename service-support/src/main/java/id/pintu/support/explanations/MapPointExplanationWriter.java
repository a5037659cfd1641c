package id.pintu.support.explanations;

import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingReason;

/**
 * Stateless writer of the sentences on the GPS point of a report: the nearest known place, or that the point was too far
 * from any to be used. Boundaries are not known.
 */
final class MapPointExplanationWriter {

    private MapPointExplanationWriter() {}

    static BilingualText near(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.POINT_NEAR)
                .map(name -> new BilingualText(
                                "Tempat terdekat yang kami kenal dari titik yang dikirim: %s, kira-kira %s km.",
                                "The nearest place we know to the point that was sent: %s, about %s km.")
                        .format(name, kilometres(reason)))
                .orElse(BilingualText.EMPTY);
    }

    static BilingualText ignored(RoutingReason reason) {
        return reason.values(ReasonFactName.POINT).contains(ReasonFact.IGNORED)
                ? new BilingualText(
                                "Titik yang dikirim tidak dipakai: tempat terdekat yang kami kenal %s km jauhnya.",
                                "The point that was sent was not used: the nearest place we know is %s km away.")
                        .format(kilometres(reason))
                : BilingualText.EMPTY;
    }

    private static String kilometres(RoutingReason reason) {
        return reason.firstKnown(ReasonFactName.POINT_KM).orElse("?");
    }
}
