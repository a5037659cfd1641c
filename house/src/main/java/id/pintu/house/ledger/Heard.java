package id.pintu.house.ledger;

import id.pintu.events.ComplaintId;
import id.pintu.events.MalformedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * One record as it was read: where it stood, and its headers of CloudEvents 1.0 (binary mode).
 *
 * @param type wire name of the event, empty when the header is missing
 * @param source who said it, such as {@code /pintu/routing}
 */
record Heard(
        String topic,
        int partition,
        long offset,
        byte[] rawKey,
        byte[] value,
        String type,
        String source,
        Optional<String> traceparent) {

    /** Those records of a batch that matter by topic and type, in the order they were delivered. */
    static List<Heard> allOf(Message<List<byte[]>> batch, BiPredicate<String, String> matters) {
        MessageHeaders headers = batch.getHeaders();
        List<?> topics = list(headers, KafkaHeaders.RECEIVED_TOPIC);
        List<?> partitions = list(headers, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(headers, KafkaHeaders.OFFSET);
        List<?> keys = list(headers, KafkaHeaders.RECEIVED_KEY);
        List<?> own = list(headers, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        List<Heard> heard = new ArrayList<>(batch.getPayload().size());
        for (int i = 0; i < batch.getPayload().size(); i++) {
            Map<?, ?> each = (Map<?, ?>) own.get(i);
            String topic = (String) topics.get(i);
            String type = typeName(text(each.get(Saying.CE_TYPE)));
            if (matters.test(topic, type)) {
                heard.add(new Heard(
                        topic,
                        (Integer) partitions.get(i),
                        (Long) offsets.get(i),
                        keys.get(i) instanceof byte[] key ? key : new byte[0],
                        batch.getPayload().get(i),
                        type,
                        text(each.get(Saying.CE_SOURCE)),
                        Optional.of(text(each.get(Saying.TRACEPARENT))).filter(t -> !t.isEmpty())));
            }
        }
        return heard;
    }

    static Heard of(ConsumerRecord<byte[], byte[]> record) {
        return new Heard(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? new byte[0] : record.key(),
                record.value(),
                typeName(text(record.headers().lastHeader(Saying.CE_TYPE))),
                text(record.headers().lastHeader(Saying.CE_SOURCE)),
                Optional.empty());
    }

    /**
     * @throws MalformedEvent when the key is no complaint id
     */
    ComplaintId complaintId() {
        return key().orElseThrow(() -> new MalformedEvent("the record's key is no complaint id"));
    }

    /** The key as a complaint id, empty when it is none. */
    Optional<ComplaintId> key() {
        try {
            return Optional.of(new ComplaintId(new String(rawKey, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean saidBy(String service) {
        return source.equals(Saying.source(service));
    }

    String place() {
        return topic + "-" + partition + "@" + offset;
    }

    private static String typeName(String ceType) {
        return ceType.startsWith(Saying.TYPE_PREFIX) ? ceType.substring(Saying.TYPE_PREFIX.length()) : "";
    }

    private static String text(@Nullable Header header) {
        return header == null ? "" : text(header.value());
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : value == null ? "" : value.toString();
    }

    private static List<?> list(MessageHeaders headers, String name) {
        List<?> values = headers.get(name, List.class);
        if (values == null) {
            throw new IllegalStateException("the binder delivered no batch header " + name);
        }
        return values;
    }
}
