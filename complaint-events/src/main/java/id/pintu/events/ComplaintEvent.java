package id.pintu.events;

import java.time.Instant;
import java.util.UUID;

/** Something that happened to a complaint. The families say which service, or on whose behalf, says it. */
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
}
