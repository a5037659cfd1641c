package id.pintu.notification.courier;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.NotificationEvent;
import id.pintu.events.Topics;
import id.pintu.house.ledger.Clerk;
import id.pintu.notification.notice.Notices;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** A ledger of one partition: what is appended or said is heard by the clerk, as the binder would bring it. */
final class Tape implements Ledger {

    private final List<ComplaintEvent> events = new ArrayList<>();
    private final List<Clerk<Notices>> clerks = new ArrayList<>();
    private volatile boolean down;

    void heardBy(Clerk<Notices> clerk) {
        clerks.add(clerk);
    }

    synchronized void append(ComplaintEvent... more) {
        for (ComplaintEvent event : more) {
            append(event, "/pintu/other");
        }
    }

    @Override
    public void say(NotificationEvent event) {
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

    synchronized List<NotificationEvent> said(ComplaintId id) {
        return events.stream()
                .filter(event -> event.complaintId().equals(id))
                .filter(NotificationEvent.class::isInstance)
                .map(NotificationEvent.class::cast)
                .toList();
    }

    private void append(ComplaintEvent event, String source) {
        events.add(event);
        Map<String, Object> own = Map.of(
                "ce_type", bytes("id.pintu." + EventJson.wireName(event)),
                "ce_source", bytes(source));
        var batch = MessageBuilder.withPayload(List.of(EventJson.write(event)))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, List.of(Topics.COMPLAINTS))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, List.of(0))
                .setHeader(KafkaHeaders.OFFSET, List.of((long) events.size()))
                .setHeader(
                        KafkaHeaders.RECEIVED_KEY,
                        List.of(bytes(event.complaintId().value())))
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.of(own))
                .build();
        clerks.forEach(clerk -> clerk.apply(batch));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
