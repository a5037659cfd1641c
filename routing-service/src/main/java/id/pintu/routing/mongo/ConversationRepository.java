package id.pintu.routing.mongo;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.ComplaintId;
import id.pintu.processing.EventDocumentStore;
import id.pintu.routing.handling.ConversationMessage;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.InternalNote;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * MongoDB repository of what was written about a complaint, messages between institutions and the reporter, and internal
 * notes: each a document of its own in the collection {@code conversations}, read by its id.
 */
public final class ConversationRepository {

    private static final int NEWEST = 100;

    private final EventDocumentStore<ConversationMessage> messages;
    private final EventDocumentStore<InternalNote> notes;

    public ConversationRepository(MongoDatabase database) {
        this.messages = new EventDocumentStore<>(database, "conversations", ConversationMessage.class);
        this.notes = new EventDocumentStore<>(database, "conversations", InternalNote.class);
    }

    /** The store that the event processor writes to, messages and notes. */
    public EventDocumentStore<ConversationMessage> messages() {
        return messages;
    }

    /** The newest 100 messages of a complaint, oldest first. */
    public List<ConversationMessage> newestOf(ComplaintId complaint, HandlingState state) {
        return messages.find(
                newest(state.messages(), number -> ConversationMessage.documentId(complaint.value(), number)));
    }

    /**
     * The newest 100 notes about a complaint, oldest first, without those of other institutions that had it before.
     *
     * @param institution code of the one whose officers read them
     */
    public List<InternalNote> newestNotesOf(ComplaintId complaint, HandlingState state, String institution) {
        return notes
                .find(newest(state.noteCount(), number -> InternalNote.documentId(complaint.value(), number)))
                .stream()
                .filter(note -> note.institution().equals(institution))
                .toList();
    }

    private static List<String> newest(int count, IntFunction<String> documentId) {
        return IntStream.range(Math.max(0, count - NEWEST), count)
                .mapToObj(documentId)
                .toList();
    }
}
