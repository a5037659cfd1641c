package id.pintu.processing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.messaging.Message;

/**
 * What one record leads to.
 *
 * @param messages to be emitted
 * @param documents to be stored beside the snapshot
 * @param decidedCommand id of the command that the record is, when it is one that was decided
 */
record RecordResult(List<Message<byte[]>> messages, List<EventDocument> documents, Optional<UUID> decidedCommand) {

    RecordResult plus(RecordResult other) {
        return new RecordResult(
                Stream.concat(messages.stream(), other.messages.stream()).toList(),
                Stream.concat(documents.stream(), other.documents.stream()).toList(),
                decidedCommand.or(other::decidedCommand));
    }

    static RecordResult of(List<Message<byte[]>> messages, List<EventDocument> documents) {
        return new RecordResult(messages, documents, Optional.empty());
    }

    static RecordResult of(Message<byte[]> message) {
        return of(List.of(message), List.of());
    }
}
