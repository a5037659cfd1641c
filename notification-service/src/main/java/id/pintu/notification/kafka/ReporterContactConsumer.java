package id.pintu.notification.kafka;

import id.pintu.events.ComplaintId;
import id.pintu.events.EmailConfirmation;
import id.pintu.events.MalformedMessageException;
import id.pintu.events.ReporterContact;
import id.pintu.events.WireJsonMapper;
import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.processing.DeadLetterFactory;
import id.pintu.processing.DeadLetterKind;
import id.pintu.processing.InboundRecord;
import id.pintu.processing.topics.OutageDetector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/**
 * Consumer of the compacted topic {@code reporters}: stores the latest contact of each complaint. A tombstone erases
 * the contact and abandons its messages in the outbox.
 *
 * <p>A record that cannot be read or stored becomes a dead letter without its content, which may be personal data; its
 * complaint's notices stay pending. Only an outage leaves as an exception.
 */
public final class ReporterContactConsumer implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(ReporterContactConsumer.class);
    private static final String SERVICE = "notification";

    private final ReporterContactRepository contacts;
    private final ManualDeliveryService manualDelivery;
    private final Consumer<ComplaintId> changeListener;

    /**
     * @param changeListener called when a contact was stored, or its e-mail address confirmed
     */
    public ReporterContactConsumer(
            ReporterContactRepository contacts,
            ManualDeliveryService manualDelivery,
            Consumer<ComplaintId> changeListener) {
        this.contacts = contacts;
        this.manualDelivery = manualDelivery;
        this.changeListener = changeListener;
    }

    @Override
    public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
        List<?> values = batch.getPayload(); // a tombstone is a KafkaNull, not a byte[]
        List<InboundRecord> records = InboundRecord.fromBatch(batch, any -> true);
        List<Message<byte[]>> deadLetters = new ArrayList<>();
        Map<ComplaintId, ReporterContact> changed = new LinkedHashMap<>();
        Map<ComplaintId, InboundRecord> latest = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            InboundRecord record = records.get(i);
            try {
                Optional<ComplaintId> confirmed = confirmedComplaint(record);
                if (confirmed.isPresent()) {
                    confirm(confirmed.get(), values.get(i));
                    continue;
                }
                ReporterContact contact = contactOf(values.get(i));
                changed.put(record.complaintId(), contact);
                latest.put(record.complaintId(), record);
            } catch (RuntimeException e) {
                rethrowOutage(e);
                deadLetters.add(deadLetter(record, DeadLetterKind.MALFORMED, e));
            }
        }
        store(changed, latest, deadLetters);
        return deadLetters;
    }

    private static Optional<ComplaintId> confirmedComplaint(InboundRecord record) {
        String key = new String(record.rawKey(), StandardCharsets.UTF_8);
        return key.endsWith(EmailConfirmation.KEY_SUFFIX)
                ? Optional.of(new ComplaintId(key.substring(0, key.length() - EmailConfirmation.KEY_SUFFIX.length())))
                : Optional.empty();
    }

    private void confirm(ComplaintId id, Object value) {
        contacts.putConfirmation(
                id,
                value instanceof byte[] json
                        ? Optional.of(WireJsonMapper.MAPPER.readValue(json, EmailConfirmation.class))
                        : Optional.empty());
        changeListener.accept(id);
    }

    private void store(
            Map<ComplaintId, ReporterContact> changed,
            Map<ComplaintId, InboundRecord> latest,
            List<Message<byte[]>> deadLetters) {
        boolean stored = isStored(changed);
        changed.forEach((id, contact) -> {
            try {
                if (!stored) {
                    contacts.putAll(Map.of(id, contact));
                }
                if (contact.equals(ReporterContact.NONE)) {
                    manualDelivery.abandonAll(id);
                } else {
                    changeListener.accept(id);
                }
            } catch (RuntimeException e) {
                rethrowOutage(e);
                InboundRecord record = latest.get(id);
                if (record != null) {
                    deadLetters.add(deadLetter(record, DeadLetterKind.UNSAVED, e));
                }
            }
        });
    }

    private boolean isStored(Map<ComplaintId, ReporterContact> changed) {
        try {
            contacts.putAll(changed);
            return true;
        } catch (RuntimeException e) {
            rethrowOutage(e);
            log.error("contacts are stored one by one after {}", e.getClass().getName());
            return false;
        }
    }

    private static Message<byte[]> deadLetter(InboundRecord record, DeadLetterKind kind, RuntimeException failure) {
        String reason = failure instanceof JacksonException json
                ? WireJsonMapper.reasonWithoutValues(json)
                : failure.getClass().getName();
        log.warn("to the dead letters: {} at {}", kind.wireName(), record.position());
        return DeadLetterFactory.deadLetterWithoutValue(SERVICE, record, kind, reason)
                .message(SERVICE, record.traceparent());
    }

    private static void rethrowOutage(RuntimeException e) {
        if (OutageDetector.isCauseOf(e)) {
            throw e;
        }
    }

    private static ReporterContact contactOf(Object value) {
        if (!(value instanceof byte[] json)) {
            return ReporterContact.NONE;
        }
        ReporterContact contact = WireJsonMapper.MAPPER.readValue(json, ReporterContact.class);
        if (contact == null) { // the JSON value null
            throw new MalformedMessageException("not a JSON object");
        }
        return contact;
    }
}
