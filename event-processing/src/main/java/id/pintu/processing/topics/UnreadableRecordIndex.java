package id.pintu.processing.topics;

import id.pintu.events.MalformedMessageException;
import id.pintu.events.WireJsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;

/**
 * Index of the records on which another handler failed. At most one for each key: one that can be used replaces what was
 * written before it, as compaction does. So a restart, which reads the topic from its beginning, finds the same ones.
 */
public final class UnreadableRecordIndex implements ConsumerLoop.RecordHandler, UnreadableRecordSource {

    private final ConsumerLoop.RecordHandler handler;
    private final Map<String, UnreadableRecord> byKey = new HashMap<>();

    /**
     * @param handler gets every record; its failures leave this handler too
     */
    public UnreadableRecordIndex(ConsumerLoop.RecordHandler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(ConsumerRecord<byte[], byte[]> record) {
        try {
            handler.handle(record);
            remove(record);
        } catch (RuntimeException e) {
            if (!OutageDetector.isCauseOf(e)) {
                add(record, e);
            }
            throw e;
        }
    }

    @Override
    public synchronized List<UnreadableRecord> unreadableRecords() {
        return byKey.values().stream()
                .sorted(Comparator.comparingLong(UnreadableRecord::offset))
                .toList();
    }

    private synchronized void add(ConsumerRecord<byte[], byte[]> record, RuntimeException failure) {
        byKey.put(
                key(record),
                new UnreadableRecord(record.topic(), record.partition(), record.offset(), reasonOf(failure)));
    }

    private synchronized void remove(ConsumerRecord<byte[], byte[]> record) {
        byKey.remove(key(record));
    }

    /** A record without a key is replaced by none. */
    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                ? "offset " + record.offset()
                : "key " + new String(record.key(), StandardCharsets.ISO_8859_1);
    }

    /** The message of an unforeseen exception may quote the record. */
    private static String reasonOf(RuntimeException failure) {
        return switch (failure) {
            case MalformedMessageException e -> String.valueOf(e.getMessage());
            case JacksonException e -> WireJsonMapper.reasonWithoutValues(e);
            default -> failure.getClass().getName();
        };
    }
}
