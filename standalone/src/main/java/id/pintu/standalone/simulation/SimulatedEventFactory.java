package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each deed as the event another service would say. */
final class SimulatedEventFactory {

    private static final RoutingReason SIMULATED = new RoutingReason("simulated", List.of());

    private SimulatedEventFactory() {}

    static ComplaintEvent create(SimulatedComplaint complaint, SimulatedComplaint.SimulatedAction action, Instant at) {
        String who = complaint.institution.code();
        return switch (action) {
            case SUBMIT ->
                new ComplaintSubmitted(stamp(complaint, ComplaintSubmitted.class, at), report(complaint.kind));
            case HOLD -> new ComplaintHeldForDesk(stamp(complaint, ComplaintHeldForDesk.class, at), SIMULATED);
            case ROUTE -> {
                complaint.assignment++;
                yield new ComplaintRouted(
                        stamp(complaint, ComplaintRouted.class, at),
                        complaint.institution,
                        Optional.empty(),
                        complaint.assignment,
                        SIMULATED);
            }
            case RETURN -> new ComplaintReturned(stamp(complaint, ComplaintReturned.class, at), who, "simulated");
            case VERIFY -> new ComplaintVerified(stamp(complaint, ComplaintVerified.class, at), who);
            case RECLASSIFY -> {
                complaint.kind = complaint.kind == ComplaintKind.COMPLAINT
                        ? ComplaintKind.SUPERVISORY_COMPLAINT
                        : ComplaintKind.COMPLAINT;
                yield new ComplaintReclassified(
                        stamp(complaint, ComplaintReclassified.class, at), complaint.kind, "simulated");
            }
            case ASK -> new ClarificationAsked(stamp(complaint, ClarificationAsked.class, at), who, "simulated");
            case REPLY -> new ComplaintReplied(stamp(complaint, ComplaintReplied.class, at), "simulated");
            case RESOLVE -> new ComplaintResolved(stamp(complaint, ComplaintResolved.class, at), who, "simulated");
            case CONTEST -> new ComplaintContested(stamp(complaint, ComplaintContested.class, at), "simulated");
            case RATE -> new ComplaintRated(stamp(complaint, ComplaintRated.class, at), 4, "");
            case WITHDRAW, NOTHING ->
                new ComplaintWithdrawn(stamp(complaint, ComplaintWithdrawn.class, at), "simulated");
        };
    }

    private static EventMetadata stamp(SimulatedComplaint complaint, Class<? extends ComplaintEvent> type, Instant at) {
        complaint.actionCount++;
        return EventMetadata.of(complaint.id, new UUID(complaint.id.hashCode(), complaint.actionCount), type, at);
    }

    private static SubmittedReport report(ComplaintKind kind) {
        return SubmittedReport.ofText("simulated").withKind(kind);
    }
}
