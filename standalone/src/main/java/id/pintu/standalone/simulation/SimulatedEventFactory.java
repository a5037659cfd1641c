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

/** Static factory of the events that intake-service or routing-service would publish for a simulated action. */
final class SimulatedEventFactory {

    private static final RoutingReason SIMULATED = new RoutingReason("simulated", List.of());

    private SimulatedEventFactory() {}

    /** Creates the event of the next action, and applies the action to the complaint. */
    static ComplaintEvent create(SimulatedComplaint complaint) {
        Instant at = complaint.nextAt();
        String institution = complaint.institution().code();
        return switch (complaint.nextAction()) {
            case SUBMIT ->
                new ComplaintSubmitted(metadata(complaint, ComplaintSubmitted.class, at), report(complaint.kind()));
            case HOLD -> new ComplaintHeldForDesk(metadata(complaint, ComplaintHeldForDesk.class, at), SIMULATED);
            case ROUTE ->
                new ComplaintRouted(
                        metadata(complaint, ComplaintRouted.class, at),
                        complaint.institution(),
                        Optional.empty(),
                        complaint.nextAssignment(),
                        SIMULATED);
            case RETURN ->
                new ComplaintReturned(metadata(complaint, ComplaintReturned.class, at), institution, "simulated");
            case VERIFY -> new ComplaintVerified(metadata(complaint, ComplaintVerified.class, at), institution);
            case RECLASSIFY -> {
                complaint.reclassify();
                yield new ComplaintReclassified(
                        metadata(complaint, ComplaintReclassified.class, at), complaint.kind(), "simulated");
            }
            case ASK ->
                new ClarificationAsked(metadata(complaint, ClarificationAsked.class, at), institution, "simulated");
            case REPLY -> new ComplaintReplied(metadata(complaint, ComplaintReplied.class, at), "simulated");
            case RESOLVE ->
                new ComplaintResolved(metadata(complaint, ComplaintResolved.class, at), institution, "simulated");
            case CONTEST -> new ComplaintContested(metadata(complaint, ComplaintContested.class, at), "simulated");
            case RATE -> new ComplaintRated(metadata(complaint, ComplaintRated.class, at), 4, "");
            case WITHDRAW, NOTHING ->
                new ComplaintWithdrawn(metadata(complaint, ComplaintWithdrawn.class, at), "simulated");
        };
    }

    private static EventMetadata metadata(
            SimulatedComplaint complaint, Class<? extends ComplaintEvent> type, Instant at) {
        UUID cause = new UUID(complaint.id().hashCode(), complaint.nextEventNumber());
        return EventMetadata.of(complaint.id(), cause, type, at);
    }

    private static SubmittedReport report(ComplaintKind kind) {
        return SubmittedReport.ofText("simulated").withKind(kind);
    }
}
