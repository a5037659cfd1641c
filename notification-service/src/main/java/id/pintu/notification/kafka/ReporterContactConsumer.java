package id.pintu.notification.kafka;

import id.pintu.events.ComplaintId;
import id.pintu.events.ReporterContact;
import id.pintu.events.WireJsonMapper;
import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.mongo.ReporterContactRepository;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Consumer of the compacted topic {@code reporters}: stores the latest contact of each complaint. A tombstone erases
 * the contact and abandons its messages in the outbox.
 *
 * <p>An unreadable record is skipped, and its complaint's notices stay pending. It is not written to the dead letter
 * topic, because it may contain personal data.
 */
public final class ReporterContactConsumer implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(ReporterContactConsumer.class);

    private final ReporterContactRepository contacts;
    private final ManualDeliveryService manualDelivery;

    public ReporterContactConsumer(ReporterContactRepository contacts, ManualDeliveryService manualDelivery) {
        this.contacts = contacts;
        this.manualDelivery = manualDelivery;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        List<?> values = batch.getPayload(); // a tombstone is a KafkaNull, not a byte[]
        List<?> keys = batch.getHeaders().get(KafkaHeaders.RECEIVED_KEY, List.class);
        if (keys == null) {
            throw new IllegalStateException("the binder delivered no keys");
        }
        Map<ComplaintId, ReporterContact> changed = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            try {
                changed.put(complaintIdOf(keys.get(i)), contactOf(values.get(i)));
            } catch (RuntimeException e) {
                log.warn("skipped an unreadable contact: {}", e.getClass().getName());
            }
        }
        contacts.putAll(changed);
        changed.forEach((id, contact) -> {
            if (contact.equals(ReporterContact.NONE)) {
                manualDelivery.abandonAll(id);
            }
        });
    }

    private static ComplaintId complaintIdOf(Object key) {
        return new ComplaintId(new String((byte[]) key, StandardCharsets.UTF_8));
    }

    private static ReporterContact contactOf(Object value) {
        return value instanceof byte[] json
                ? WireJsonMapper.MAPPER.readValue(json, ReporterContact.class)
                : ReporterContact.NONE;
    }
}
