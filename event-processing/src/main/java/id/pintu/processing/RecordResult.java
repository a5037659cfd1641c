package id.pintu.processing;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.messaging.Message;

/**
 * What one record leads to.
 *
 * @param messages to be emitted
 * @param documents to be stored beside the snapshot
 */
record RecordResult(List<Message<byte[]>> messages, List<EventDocument> documents) {

    RecordResult plus(RecordResult other) {
        return new RecordResult(
                Stream.concat(messages.stream(), other.messages.stream()).toList(),
                Stream.concat(documents.stream(), other.documents.stream()).toList());
    }

    static RecordResult of(Message<byte[]> message) {
        return new RecordResult(List.of(message), List.of());
    }
}
