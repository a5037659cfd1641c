package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventActor;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Kafka record to be sent: topic, key, body, and CloudEvents 1.0 headers in binary mode.
 *
 * @param type wire name, without the prefix {@code id.pintu.}
 */
public record OutboundRecord(
        String topic, byte[] key, byte[] body, String type, UUID id, Instant at, Map<String, String> extraHeaders) {

    /** Header with the record's type, by which readers skip a record without parsing it. */
    public static final String CE_TYPE = "ce_type";

    /** Prefix of the wire name in that header. */
    public static final String TYPE_PREFIX = "id.pintu.";

    /** Header of an event that carries out a command: the {@linkplain CommandCodec#fingerprint fingerprint} of it, in hexadecimal. */
    static final String CE_COMMAND_HASH = "ce_commandhash";

    /**
     * Header of an event that its service folded when it emitted it: the service need not read it back, except to rebuild its
     * state.
     */
    static final String CE_FOLDED = "ce_folded";

    /** Header of a command: the instance that waits for its outcome. */
    static final String CE_REPLY_TO = "ce_replyto";

    /** Header of a command: the account of who sent it; absent for reporters and services. */
    static final String CE_ACTOR = "ce_actor";

    /** Header of a command: the role by which its sender sent it. */
    static final String CE_ACTOR_ROLE = "ce_actorrole";

    /** Header of a command: the version of the complaint that its sender saw. */
    static final String CE_EXPECTED_VERSION = "ce_expectedversion";

    /** Header of a command that came as a record: the id that its sender gave it, under which a refusal is recorded. */
    static final String CE_ACTION_ID = "ce_actionid";

    static final String CE_SOURCE = "ce_source";
    static final String TRACEPARENT = "traceparent";

    /** Largest record that a broker with default settings takes, in bytes. */
    static final int DEFAULT_MAX_BYTES = 1_048_576;

    /** More than the format of batch and record, and the headers that the binder may add, take. */
    private static final int OVERHEAD = 2_048;

    private static final int HEADER_OVERHEAD = 10;

    /** Record of an event for the ledger, which the emitting service folds when it reads it. */
    public static OutboundRecord event(ComplaintEvent event) {
        return event(event, Map.of());
    }

    /**
     * Record of an event that the emitting service has folded.
     *
     * @param commandFingerprint of the command that the event carries out; 0 when it has another cause
     */
    static OutboundRecord foldedEvent(ComplaintEvent event, long commandFingerprint) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CE_FOLDED, "true");
        if (commandFingerprint != 0) {
            headers.put(CE_COMMAND_HASH, HexFormat.of().toHexDigits(commandFingerprint));
        }
        return event(event, headers);
    }

    private static OutboundRecord event(ComplaintEvent event, Map<String, String> headers) {
        Map<String, String> extraHeaders = new LinkedHashMap<>(headers);
        extraHeaders.put("ce_causationid", event.cause().toString());
        return new OutboundRecord(
                TopicNames.COMPLAINTS,
                bytes(event.complaintId().value()),
                EventJsonCodec.write(event),
                EventJsonCodec.wireName(event),
                event.id(),
                event.at(),
                extraHeaders);
    }

    /** Record derived from an event, for another topic. */
    public static OutboundRecord derived(String topic, String type, ComplaintEvent event, byte[] body) {
        return new OutboundRecord(
                topic, bytes(event.complaintId().value()), body, type, event.id(), event.at(), Map.of());
    }

    /** Record of a command for the service's command topic, keyed by its complaint. */
    public static <C extends ComplaintCommand> OutboundRecord command(
            String service, CommandCodec<C> codec, C command, Instant at) {
        return of(
                TopicNames.commandTopic(service),
                command.complaintId(),
                codec.wireName(command),
                command.id(),
                at,
                codec.write(command));
    }

    /** Record of another kind, keyed by a complaint. */
    public static OutboundRecord of(
            String topic, ComplaintId complaint, String type, UUID id, Instant at, byte[] body) {
        return of(topic, complaint.value(), type, id, at, body);
    }

    /** Record of another kind. */
    public static OutboundRecord of(String topic, String key, String type, UUID id, Instant at, byte[] body) {
        return new OutboundRecord(topic, bytes(key), body, type, id, at, Map.of());
    }

    /** Copy of a command's record that says which instance waits for the outcome. */
    OutboundRecord withReplyTo(String instance) {
        return with(Map.of(CE_REPLY_TO, instance));
    }

    /**
     * Copy of a command's record that says who sent it. In the headers, because the content of a command is what it asks for: the
     * same request is the same command, whoever of an institution repeats it.
     */
    public OutboundRecord withActor(Optional<EventActor> actor) {
        return actor.map(by -> with(Map.of(CE_ACTOR, by.account(), CE_ACTOR_ROLE, by.role())))
                .orElse(this);
    }

    /** Copy of a command's record that is refused when the complaint has another version than its sender saw. */
    public OutboundRecord withExpectedVersion(OptionalInt version) {
        return version.isEmpty() ? this : with(Map.of(CE_EXPECTED_VERSION, String.valueOf(version.getAsInt())));
    }

    /** Copy of a command's record whose refusal is a record too, by {@link EventProcessor#withRefusalRecords}. */
    public OutboundRecord withActionId(String actionId) {
        return with(Map.of(CE_ACTION_ID, actionId));
    }

    private OutboundRecord with(Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(extraHeaders);
        headers.putAll(more);
        return new OutboundRecord(topic, key, body, type, id, at, headers);
    }

    static String source(String service) {
        return "/pintu/" + service;
    }

    /** Message form, as the binder sends it. */
    public Message<byte[]> message(String service, Optional<String> traceparent) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(body)
                .setHeader(KafkaHeaders.TOPIC, topic)
                .setHeader(KafkaHeaders.KEY, key);
        headers(service, traceparent).forEach((name, value) -> message.setHeader(name, bytes(value)));
        return message.build();
    }

    /** Record form, as a plain Kafka producer sends it. */
    public ProducerRecord<byte[], byte[]> record(String service, Optional<String> traceparent) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, body);
        headers(service, traceparent).forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    /** Upper bound of its size on the wire, in bytes. */
    int size(String service, Optional<String> traceparent) {
        return OVERHEAD
                + key.length
                + body.length
                + headers(service, traceparent).entrySet().stream()
                        .mapToInt(header ->
                                HEADER_OVERHEAD + bytes(header.getKey()).length + bytes(header.getValue()).length)
                        .sum();
    }

    private Map<String, String> headers(String service, Optional<String> traceparent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put(CE_SOURCE, source(service));
        headers.put(CE_TYPE, TYPE_PREFIX + type);
        headers.put("ce_subject", new String(key, StandardCharsets.UTF_8));
        headers.put("ce_time", at.toString());
        headers.put("content-type", "application/json");
        headers.putAll(extraHeaders);
        traceparent.ifPresent(parent -> headers.put(TRACEPARENT, parent));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
