package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.processing.EventDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Message of the conversation about a complaint: a question of an institution, or a reply of the reporter.
 *
 * @param event id of the event it was made from
 * @param institution code of the institution that asked; absent for a reply
 */
public record ConversationMessage(
        UUID event, Instant at, ConversationSender from, Optional<String> institution, String text) {

    /** Sender of a message. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum ConversationSender {
        INSTITUTION,
        REPORTER
    }

    /** The message that an event is, if it is one. */
    static Optional<ConversationMessage> of(ComplaintEvent event) {
        return switch (event) {
            case ClarificationAsked asked ->
                Optional.of(new ConversationMessage(
                        asked.id(),
                        asked.at(),
                        ConversationSender.INSTITUTION,
                        Optional.of(asked.institution()),
                        asked.question()));
            case ComplaintReplied replied ->
                Optional.of(new ConversationMessage(
                        replied.id(), replied.at(), ConversationSender.REPORTER, Optional.empty(), replied.text()));
            case ComplaintEvent other -> Optional.empty();
        };
    }

    /**
     * Documents of an event, as an {@code EventDocumentProjection}: the messages of a complaint are numbered from 0 in the
     * order of the ledger. Internal notes are documents beside them.
     */
    public static List<EventDocument> documents(HandlingState before, HandlingState after, ComplaintEvent event) {
        return of(event)
                .map(message ->
                        List.of(new EventDocument(documentId(event.complaintId().value(), before.messages()), message)))
                .orElseGet(() -> InternalNote.documents(before, event));
    }

    /** Id of the document of one message of a complaint. */
    public static String documentId(String complaint, int number) {
        return complaint + "/" + number;
    }
}
