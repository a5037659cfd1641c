package id.pintu.house.ledger;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * One record to be written: its topic, its key, its body, and CloudEvents 1.0 headers in binary mode.
 *
 * @param type wire name, without the prefix {@code id.pintu.}
 */
public record Saying(
        String topic, byte[] key, byte[] body, String type, UUID id, Instant at, Map<String, String> extras) {

    /** The header that tells a record's type, so that nobody has to open what is not for them. */
    public static final String CE_TYPE = "ce_type";

    /** What stands before the wire name in that header. */
    public static final String TYPE_PREFIX = "id.pintu.";

    static final String CE_SOURCE = "ce_source";
    static final String TRACEPARENT = "traceparent";

    /** An event, to the ledger. */
    public static Saying event(ComplaintEvent event) {
        return new Saying(
                Topics.COMPLAINTS,
                bytes(event.complaintId().value()),
                EventJson.write(event),
                EventJson.wireName(event),
                event.id(),
                event.at(),
                Map.of("ce_causationid", event.cause().toString()));
    }

    /** Something that follows from an event, to another topic. */
    public static Saying copy(String topic, String type, ComplaintEvent event, byte[] body) {
        return new Saying(topic, bytes(event.complaintId().value()), body, type, event.id(), event.at(), Map.of());
    }

    /** A command, into the line of its complaint at this service. */
    public static <C extends Command> Saying command(String service, CommandJson<C> json, C command, Instant at) {
        return of(
                Topics.commands(service),
                command.complaintId(),
                json.wireName(command),
                command.id(),
                at,
                json.write(command));
    }

    /** A record of another kind, in the line of a complaint. */
    public static Saying of(String topic, ComplaintId complaint, String type, UUID id, Instant at, byte[] body) {
        return of(topic, complaint.value(), type, id, at, body);
    }

    /** A record of another kind. */
    public static Saying of(String topic, String key, String type, UUID id, Instant at, byte[] body) {
        return new Saying(topic, bytes(key), body, type, id, at, Map.of());
    }

    static Saying deadLetter(Heard heard, String kind, String reason) {
        return new Saying(
                Topics.DEAD,
                heard.rawKey(),
                heard.value(),
                "dead-letter",
                UUID.nameUUIDFromBytes(bytes(heard.place())),
                Instant.EPOCH,
                Map.of("dead_from", heard.place(), "dead_kind", kind, "dead_reason", reason));
    }

    static String source(String service) {
        return "/pintu/" + service;
    }

    /** As the binder sends it. */
    Message<byte[]> message(String service, Optional<String> traceparent) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(body)
                .setHeader(KafkaHeaders.TOPIC, topic)
                .setHeader(KafkaHeaders.KEY, key);
        headers(service, traceparent).forEach((name, value) -> message.setHeader(name, bytes(value)));
        return message.build();
    }

    /** As a plain producer sends it. */
    public ProducerRecord<byte[], byte[]> record(String service, Optional<String> traceparent) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, body);
        headers(service, traceparent).forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
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
        headers.putAll(extras);
        traceparent.ifPresent(parent -> headers.put(TRACEPARENT, parent));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
