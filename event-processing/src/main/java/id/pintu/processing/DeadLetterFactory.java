package id.pintu.processing;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Factory of the records of the topic {@code complaints.dead}: a copy of the broken record's value, where it came from, and
 * why it could not be processed. It never fails, and what it makes is never too large: a long value is cut off, since the
 * original can be read at its position.
 */
public final class DeadLetterFactory {

    /** Header with the position of the original, {@code topic-partition@offset}. */
    public static final String FROM = "dead_from";

    public static final String KIND = "dead_kind";
    public static final String REASON = "dead_reason";
    public static final String SERVICE = "dead_service";
    public static final String TYPE = "dead_type";
    public static final String COMPLAINT = "dead_complaint";

    /** Length of the original's value, in bytes. */
    public static final String LENGTH = "dead_length";

    /** Record type of a dead letter. */
    public static final String RECORD_TYPE = "dead-letter";

    static final int MAX_VALUE_LENGTH = 262_144;
    private static final int MAX_TEXT_LENGTH = 500;

    private DeadLetterFactory() {}

    /**
     * @param service short name of the service that failed
     * @param reason for people; quotes nothing of the record
     */
    public static OutboundRecord deadLetter(String service, InboundRecord inbound, DeadLetterKind kind, String reason) {
        return record(service, inbound, kind, reason, inbound.value());
    }

    /** As {@link #deadLetter}, without the value, for records that may contain a contact. */
    public static OutboundRecord deadLetterWithoutValue(
            String service, InboundRecord inbound, DeadLetterKind kind, String reason) {
        return record(service, inbound, kind, reason, new byte[0]);
    }

    private static OutboundRecord record(
            String service, InboundRecord inbound, DeadLetterKind kind, String reason, byte[] value) {
        // What nobody can read is one dead letter, whichever service writes it.
        String id = kind == DeadLetterKind.MALFORMED ? inbound.position() : inbound.position() + "~" + service;
        Map<String, String> headers = new HashMap<>(Map.of(
                FROM, inbound.position(),
                KIND, kind.wireName(),
                REASON, cut(reason),
                SERVICE, service,
                TYPE, cut(inbound.type()),
                LENGTH, String.valueOf(inbound.value().length)));
        inbound.key().map(ComplaintId::value).ifPresent(complaint -> headers.put(COMPLAINT, complaint));
        return new OutboundRecord(
                TopicNames.DEAD_LETTERS,
                id.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(value, Math.min(value.length, MAX_VALUE_LENGTH)),
                RECORD_TYPE,
                UUID.nameUUIDFromBytes((service + "/" + inbound.position()).getBytes(StandardCharsets.UTF_8)),
                Instant.EPOCH,
                headers);
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT_LENGTH ? text.substring(0, MAX_TEXT_LENGTH) : text;
    }
}
