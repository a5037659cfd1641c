package id.pintu.notification.delivery;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.NotificationEvent;
import id.pintu.events.TopicNames;
import id.pintu.notification.notice.NoticeState;
import id.pintu.processing.EventProcessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** In-memory ledger of one partition: delivers each event to the event processors in the message form of the binder. */
final class InMemoryLedger implements NotificationEventPublisher {

    private final List<ComplaintEvent> events = new ArrayList<>();
    private final List<EventProcessor<NoticeState>> processors = new ArrayList<>();
    private volatile boolean down;

    void deliverTo(EventProcessor<NoticeState> processor) {
        processors.add(processor);
    }

    synchronized void append(ComplaintEvent... more) {
        for (ComplaintEvent event : more) {
            append(event, "/pintu/other");
        }
    }

    @Override
    public void publish(NotificationEvent event) {
        if (down) {
            throw new IllegalStateException("no broker");
        }
        synchronized (this) {
            append(event, "/pintu/notification");
        }
    }

    void down(boolean now) {
        down = now;
    }

    synchronized List<NotificationEvent> published(ComplaintId id) {
        return events.stream()
                .filter(event -> event.complaintId().equals(id))
                .filter(NotificationEvent.class::isInstance)
                .map(NotificationEvent.class::cast)
                .toList();
    }

    private void append(ComplaintEvent event, String source) {
        events.add(event);
        Map<String, Object> headers = Map.of(
                "ce_type", bytes("id.pintu." + EventJsonCodec.wireName(event)),
                "ce_source", bytes(source));
        var batch = MessageBuilder.withPayload(List.of(EventJsonCodec.write(event)))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, List.of(TopicNames.COMPLAINTS))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, List.of(0))
                .setHeader(KafkaHeaders.OFFSET, List.of((long) events.size()))
                .setHeader(
                        KafkaHeaders.RECEIVED_KEY,
                        List.of(bytes(event.complaintId().value())))
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.of(headers))
                .build();
        processors.forEach(processor -> processor.apply(batch));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
