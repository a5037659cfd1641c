package id.pintu.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Event of the ledger: one thing that happened to one complaint. Its sealed sub-interfaces group the events by the
 * service that emits them, or on whose behalf it does.
 */
public sealed interface ComplaintEvent
        permits IntakeEvent, RoutingEvent, HandlingEvent, SlaEvent, NotificationEvent, UnrecognisedEvent {

    EventMetadata stamp();

    default UUID id() {
        return stamp().id();
    }

    default ComplaintId complaintId() {
        return stamp().complaintId();
    }

    default Instant at() {
        return stamp().at();
    }

    default UUID cause() {
        return stamp().cause();
    }

    /** Who sent the command that it carries out; empty for reporters and services. */
    default Optional<EventActor> by() {
        return stamp().by();
    }
}
