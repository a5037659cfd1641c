package id.pintu.processing;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventActor;
import id.pintu.events.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * Kafka record as it was consumed, with its position and its CloudEvents 1.0 headers (binary mode).
 *
 * @param type wire name of the event; empty when the header is missing
 * @param source emitting service, such as {@code /pintu/routing}
 * @param commandFingerprint of the command that an event carries out; 0 without one
 * @param folded whether the emitting service folded the event when it emitted it
 * @param replyTo instance that waits for the outcome of a command; empty without one
 * @param actor who sent a command; empty for reporters and services
 * @param expectedVersion version of the complaint that the sender of a command saw; empty when it does not matter
 * @param actionId of a command that came as a record: the id that its sender gave it; empty for others
 */
public record InboundRecord(
        String topic,
        int partition,
        long offset,
        byte[] rawKey,
        byte[] value,
        String type,
        String source,
        long commandFingerprint,
        boolean folded,
        String replyTo,
        Optional<EventActor> actor,
        OptionalInt expectedVersion,
        String actionId,
        Optional<String> traceparent) {

    private static final byte[] EMPTY = {};
    private static final char POSITION_SEPARATOR = '@';
    private static final int MAX_TRACEPARENT_LENGTH = 64;

    /** The records of a batch that pass the filter, in the order they were delivered. */
    public static List<InboundRecord> fromBatch(Message<List<byte[]>> batch, Predicate<InboundRecord> filter) {
        MessageHeaders headers = batch.getHeaders();
        List<?> values = batch.getPayload();
        List<?> topics = batchHeader(headers, KafkaHeaders.RECEIVED_TOPIC);
        List<?> partitions = batchHeader(headers, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = batchHeader(headers, KafkaHeaders.OFFSET);
        List<?> keys = batchHeader(headers, KafkaHeaders.RECEIVED_KEY);
        List<?> recordHeaders = batchHeader(headers, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        List<InboundRecord> records = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Map<?, ?> each = (Map<?, ?>) recordHeaders.get(i);
            InboundRecord inbound = new InboundRecord(
                    (String) topics.get(i),
                    (Integer) partitions.get(i),
                    (Long) offsets.get(i),
                    bytes(keys.get(i)),
                    bytes(values.get(i)),
                    typeName(text(each.get(OutboundRecord.CE_TYPE))),
                    text(each.get(OutboundRecord.CE_SOURCE)),
                    hexadecimal(text(each.get(OutboundRecord.CE_COMMAND_HASH))),
                    each.get(OutboundRecord.CE_FOLDED) != null,
                    text(each.get(OutboundRecord.CE_REPLY_TO)),
                    actor(text(each.get(OutboundRecord.CE_ACTOR)), text(each.get(OutboundRecord.CE_ACTOR_ROLE))),
                    version(text(each.get(OutboundRecord.CE_EXPECTED_VERSION))),
                    text(each.get(OutboundRecord.CE_ACTION_ID)),
                    Optional.of(text(each.get(OutboundRecord.TRACEPARENT)))
                            .filter(t -> !t.isEmpty() && t.length() <= MAX_TRACEPARENT_LENGTH));
            if (filter.test(inbound)) {
                records.add(inbound);
            }
        }
        return records;
    }

    public static InboundRecord of(ConsumerRecord<byte[], byte[]> record) {
        return of(record, bytes(record.key()), bytes(record.value()));
    }

    /** Without key and value. */
    static InboundRecord ofHeaders(ConsumerRecord<?, ?> record) {
        return of(record, EMPTY, EMPTY);
    }

    private static InboundRecord of(ConsumerRecord<?, ?> record, byte[] key, byte[] value) {
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                key,
                value,
                typeName(text(record.headers().lastHeader(OutboundRecord.CE_TYPE))),
                text(record.headers().lastHeader(OutboundRecord.CE_SOURCE)),
                hexadecimal(text(record.headers().lastHeader(OutboundRecord.CE_COMMAND_HASH))),
                record.headers().lastHeader(OutboundRecord.CE_FOLDED) != null,
                text(record.headers().lastHeader(OutboundRecord.CE_REPLY_TO)),
                actor(
                        text(record.headers().lastHeader(OutboundRecord.CE_ACTOR)),
                        text(record.headers().lastHeader(OutboundRecord.CE_ACTOR_ROLE))),
                version(text(record.headers().lastHeader(OutboundRecord.CE_EXPECTED_VERSION))),
                text(record.headers().lastHeader(OutboundRecord.CE_ACTION_ID)),
                Optional.empty());
    }

    /**
     * The complaint of the record's key.
     *
     * @throws MalformedMessageException when the key is no complaint id
     */
    public ComplaintId complaintId() {
        return key().orElseThrow(() -> new MalformedMessageException("the record's key is no complaint id"));
    }

    /** The key as a complaint id; empty when it is none. */
    public Optional<ComplaintId> key() {
        try {
            return Optional.of(new ComplaintId(new String(rawKey, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Checks that the record is in the partition order of the complaint it claims to be about.
     *
     * @throws MalformedMessageException when its key is another complaint
     */
    void requireComplaint(ComplaintId claimed) {
        if (!claimed.equals(complaintId())) {
            throw new MalformedMessageException("field 'complaintId' is not the record's key");
        }
    }

    boolean isEmittedBy(String service) {
        return source.equals(OutboundRecord.source(service));
    }

    public String position() {
        return topicPartition() + POSITION_SEPARATOR + offset;
    }

    /** Topic and partition, as at the start of {@link #position}. */
    String topicPartition() {
        return topic + "-" + partition;
    }

    /** Whether a {@link #position} is before the first offset of its partition; false where none is given. */
    static boolean isBefore(String position, Map<String, Long> firstOffsets) {
        int separator = position.lastIndexOf(POSITION_SEPARATOR);
        Long first = firstOffsets.get(position.substring(0, Math.max(0, separator)));
        return first != null && Long.parseLong(position.substring(separator + 1)) < first;
    }

    /** Empty for a missing key or value, which the binder delivers as an object of another type. */
    private static byte[] bytes(@Nullable Object delivered) {
        return delivered instanceof byte[] bytes ? bytes : EMPTY;
    }

    private static String typeName(String ceType) {
        return ceType.startsWith(OutboundRecord.TYPE_PREFIX)
                ? ceType.substring(OutboundRecord.TYPE_PREFIX.length())
                : "";
    }

    private static Optional<EventActor> actor(String account, String role) {
        return account.isEmpty() || role.isEmpty() ? Optional.empty() : Optional.of(new EventActor(account, role));
    }

    private static OptionalInt version(String digits) {
        return digits.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private static long hexadecimal(String digits) {
        try {
            return digits.isEmpty() ? 0 : HexFormat.fromHexDigitsToLong(digits);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Value of a header; empty without one. */
    static String text(@Nullable Header header) {
        return header == null ? "" : text(header.value());
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : value == null ? "" : value.toString();
    }

    private static List<?> batchHeader(MessageHeaders headers, String name) {
        List<?> values = headers.get(name, List.class);
        if (values == null) {
            throw new IllegalStateException("the binder delivered no batch header " + name);
        }
        return values;
    }
}
