package id.pintu.portal.tracking;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.support.explanations.BilingualText;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of a complaint's public timeline.
 *
 * @param event id of the event it was made from
 * @param eventType wire name of the event, such as {@code complaint-routed}
 * @param change what the entry changes about the complaint
 */
public record TimelineEntry(
        UUID event, Instant at, String eventType, StepDescription description, StatusChange change) {

    /**
     * Text of an entry.
     *
     * @param label never contains anything a person wrote
     * @param explanation the reason of a decision; empty for a confidential complaint, because it tells what the report
     *     is about
     * @param quote what a person wrote; empty for a confidential complaint
     */
    public record StepDescription(BilingualText label, Optional<BilingualText> explanation, Optional<String> quote) {

        StepDescription withoutContent() {
            return new StepDescription(label, Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param status the status from now on, if the entry changes it
     * @param responsible who is responsible from now on, if the entry changes it
     */
    public record StatusChange(Optional<ComplaintStatus> status, Optional<InstitutionRef> responsible) {}

    /** By time, with the report first: clocks of two machines may differ a little. */
    public static final Comparator<TimelineEntry> BY_TIME = Comparator.comparing((TimelineEntry entry) ->
                    !entry.eventType().equals(EventJsonCodec.wireName(ComplaintSubmitted.class)))
            .thenComparing(TimelineEntry::at);

    /**
     * Id of the document of an entry.
     *
     * @param number counted from 0, in the order of the ledger
     */
    public static String documentId(ComplaintId complaint, int number) {
        return complaint.value() + "/" + number;
    }

    /** Of the entry with the content that only the reporter may read; there is none where the public may read it too. */
    public static String reporterDocumentId(ComplaintId complaint, int number) {
        return documentId(complaint, number) + "/reporter";
    }

    /** A copy that reveals nothing of what the report says. */
    TimelineEntry withoutContent() {
        return new TimelineEntry(event, at, eventType, description.withoutContent(), change);
    }
}
