package id.pintu.events;

import java.util.Optional;

/** Event emitted by routing-service on behalf of the institution that handles the complaint. */
public sealed interface HandlingEvent extends ComplaintEvent {

    /** Code of the institution that acted. */
    String institution();

    /** The institution accepted the complaint as its responsibility. */
    record ComplaintVerified(EventMetadata stamp, String institution) implements HandlingEvent {}

    /** The institution assigned the complaint to one of its units (OPD, SKPD, directorate). */
    record UnitAssigned(EventMetadata stamp, String institution, String unit) implements HandlingEvent {}

    /**
     * The institution gave the complaint to one of its officers, or took it from one.
     *
     * @param account opaque id of the officer's account; empty when nobody has it any more
     */
    record OfficerAssigned(EventMetadata stamp, String institution, Optional<String> account)
            implements HandlingEvent {}

    /** An officer wrote a note that only officers of the institution read. */
    record NoteAdded(EventMetadata stamp, String institution, String text) implements HandlingEvent {}

    /**
     * The institution asked for more time for its follow-up; sla-service grants it by a new deadline, or refuses it.
     *
     * @param reason why it needs more time
     */
    record ExtensionRequested(EventMetadata stamp, String institution, String reason) implements HandlingEvent {}

    /** The institution asked the reporter a question; its follow-up clock pauses until the reporter replies. */
    record ClarificationAsked(EventMetadata stamp, String institution, String question) implements HandlingEvent {}

    /** The institution reported progress (tindak lanjut). */
    record FollowUpPosted(EventMetadata stamp, String institution, String text) implements HandlingEvent {}

    /** The institution gave its final answer; the reporter may rate or contest it. */
    record ComplaintResolved(EventMetadata stamp, String institution, String answer) implements HandlingEvent {}
}
