package id.pintu.processing.deadletters;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.processing.DeadLetterFactory;
import id.pintu.processing.DeadLetterKind;
import id.pintu.processing.OutboundRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Record that could not be processed. What no service can read is one dead letter, however many services met it.
 *
 * @param id where the record is; and the service that failed on it, unless no service can read it
 * @param from where the record is
 * @param services short names of those that failed on it
 * @param reason of the first of them; quotes nothing of the record
 * @param type wire name of the record; empty when it is not known
 * @param complaint of the record's key; empty when it is none
 * @param length of its value, in bytes
 * @param at when it failed first
 * @param position where the first of its copies is in the topic of dead letters; orders them
 * @param closure empty while it is open
 */
public record DeadLetter(
        String id,
        DeadLetterKind kind,
        RecordPosition from,
        SortedSet<String> services,
        String reason,
        String type,
        Optional<ComplaintId> complaint,
        long length,
        Instant at,
        long position,
        Optional<DeadLetterClosure> closure) {

    private static final Map<String, String> SERVICES_BY_TOPIC = Map.of(
            TopicNames.COMPLAINTS,
            "routing",
            TopicNames.commandTopic("routing"),
            "routing",
            TopicNames.commandTopic("intake"),
            "intake",
            TopicNames.REPORTERS,
            "notification");

    public DeadLetter {
        services = new TreeSet<>(services);
    }

    public boolean isOpen() {
        return closure.isEmpty();
    }

    /**
     * Short name of the service that replays it: the one that reads and writes its topic. Empty for a topic that no service
     * processes, of which a dead letter is forged.
     */
    public String replayedBy() {
        return SERVICES_BY_TOPIC.getOrDefault(from.topic(), "");
    }

    /** Whether its content may be shown with its strings hidden; contacts are not shown at all. */
    public boolean mayContainContacts() {
        return from.topic().equals(TopicNames.REPORTERS);
    }

    /**
     * @throws IllegalArgumentException when the record is no dead letter
     */
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        String position = header(record, DeadLetterFactory.FROM);
        String length = header(record, DeadLetterFactory.LENGTH);
        return new DeadLetter(
                new String(record.key(), StandardCharsets.UTF_8),
                DeadLetterKind.ofWireName(header(record, DeadLetterFactory.KIND))
                        .orElse(DeadLetterKind.UNDECIDABLE),
                RecordPosition.parse(position),
                new TreeSet<>(java.util.Set.of(header(record, DeadLetterFactory.SERVICE))),
                header(record, DeadLetterFactory.REASON),
                header(record, DeadLetterFactory.TYPE),
                ComplaintId.tryParse(header(record, DeadLetterFactory.COMPLAINT)),
                length.isEmpty() ? record.value().length : Long.parseLong(length),
                Instant.ofEpochMilli(record.timestamp()),
                record.offset(),
                Optional.empty());
    }

    static String typeOf(ConsumerRecord<byte[], byte[]> record) {
        return header(record, OutboundRecord.CE_TYPE).replace(OutboundRecord.TYPE_PREFIX, "");
    }

    DeadLetter plus(DeadLetter other) {
        SortedSet<String> all = new TreeSet<>(services);
        all.addAll(other.services);
        return new DeadLetter(id, kind, from, all, reason, type, complaint, length, at, position, closure);
    }

    DeadLetter closed(DeadLetterClosure by) {
        return new DeadLetter(id, kind, from, services, reason, type, complaint, length, at, position, Optional.of(by));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
