package id.pintu.events;

/** What the responsible institution did. Said by routing-service on the institution's behalf. */
public sealed interface HandlingEvent extends ComplaintEvent {

    /** Code of the institution that acted. */
    String institution();

    /** The institution takes the complaint as its own. */
    record ComplaintVerified(EventMetadata stamp, String institution) implements HandlingEvent {}

    /** The institution gave it to one of its units (OPD, SKPD, directorate). */
    record UnitAssigned(EventMetadata stamp, String institution, String unit) implements HandlingEvent {}

    /** The institution needs to know more; its follow-up clock rests until the reporter replies. */
    record ClarificationAsked(EventMetadata stamp, String institution, String question) implements HandlingEvent {}

    /** The institution told what it is doing (tindak lanjut). */
    record FollowUpPosted(EventMetadata stamp, String institution, String text) implements HandlingEvent {}

    /** The institution gave its final answer; the reporter may rate or contest it. */
    record ComplaintResolved(EventMetadata stamp, String institution, String answer) implements HandlingEvent {}
}
