package id.pintu.notification.kafka;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJson;
import id.pintu.notification.courier.HandDelivery;
import id.pintu.notification.mongo.Reporters;
import id.pintu.notification.notice.Reporter;
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
 * Keeps the contacts as the topic {@code reporters} has them. A tombstone erases the contact, here and in the outbox.
 *
 * <p>A record nobody can read is passed over: its complaint's notices wait, and its bytes go nowhere, not even to the
 * dead letters, for they may name a person.
 */
public final class ReporterFeed implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(ReporterFeed.class);

    private final Reporters reporters;
    private final HandDelivery byHand;

    public ReporterFeed(Reporters reporters, HandDelivery byHand) {
        this.reporters = reporters;
        this.byHand = byHand;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        List<?> values = batch.getPayload(); // a tombstone among them is no byte[], but KafkaNull
        List<?> keys = batch.getHeaders().get(KafkaHeaders.RECEIVED_KEY, List.class);
        if (keys == null) {
            throw new IllegalStateException("the binder delivered no keys");
        }
        Map<ComplaintId, Reporter> changed = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            try {
                changed.put(id(keys.get(i)), reporter(values.get(i)));
            } catch (RuntimeException e) {
                log.warn("passed over an unreadable contact: {}", e.getClass().getName());
            }
        }
        reporters.putAll(changed);
        changed.forEach((id, reporter) -> {
            if (reporter.equals(Reporter.ERASED)) {
                byHand.erased(id);
            }
        });
    }

    private static ComplaintId id(Object key) {
        return new ComplaintId(new String((byte[]) key, StandardCharsets.UTF_8));
    }

    private static Reporter reporter(Object value) {
        return value instanceof byte[] json ? WireJson.MAPPER.readValue(json, Reporter.class) : Reporter.ERASED;
    }
}
