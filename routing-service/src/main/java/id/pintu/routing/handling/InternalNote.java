package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventActor;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.processing.EventDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Note of an officer about a complaint, for officers of the same institution and the national desk.
 *
 * @param event id of the event it was made from
 * @param institution code of the institution whose officers read it
 * @param account opaque id of the account that wrote it
 */
public record InternalNote(UUID event, Instant at, String institution, Optional<String> account, String text) {

    /** Documents of an event, as an {@code EventDocumentProjection}: the notes of a complaint are numbered from 0. */
    static List<EventDocument> documents(HandlingState before, ComplaintEvent event) {
        return event instanceof NoteAdded note
                ? List.of(new EventDocument(
                        documentId(note.complaintId().value(), before.noteCount()),
                        new InternalNote(
                                note.id(),
                                note.at(),
                                note.institution(),
                                note.by().map(EventActor::account),
                                note.text())))
                : List.of();
    }

    /** Id of the document of one note about a complaint. */
    public static String documentId(String complaint, int number) {
        return complaint + "/note/" + number;
    }
}
