package id.pintu.routing.mongo;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.ComplaintId;
import id.pintu.processing.EventDocumentStore;
import id.pintu.routing.handling.ConversationMessage;
import id.pintu.routing.handling.HandlingState;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MongoDB repository of the messages between institutions and the reporter of a complaint, each a document of its own in
 * the collection {@code conversations}, read by its id.
 */
public final class ConversationRepository {

    private static final int NEWEST = 100;

    private final EventDocumentStore<ConversationMessage> messages;

    public ConversationRepository(MongoDatabase database) {
        this.messages = new EventDocumentStore<>(database, "conversations", ConversationMessage.class);
    }

    /** The store that the event processor writes to. */
    public EventDocumentStore<ConversationMessage> messages() {
        return messages;
    }

    /** The newest 100 messages of a complaint, oldest first. */
    public List<ConversationMessage> newestOf(ComplaintId complaint, HandlingState state) {
        return messages.find(IntStream.range(Math.max(0, state.messages() - NEWEST), state.messages())
                .mapToObj(number -> ConversationMessage.documentId(complaint.value(), number))
                .toList());
    }
}
