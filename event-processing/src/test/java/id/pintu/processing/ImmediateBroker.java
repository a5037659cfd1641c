package id.pintu.processing;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Mock Kafka producer that delivers each command to an event processor the moment it is sent, so that a service's HTTP
 * API is tested through command gateway, event processor and snapshot store without a broker.
 */
public final class ImmediateBroker extends MockProducer<byte[], byte[]> {

    private Consumer<ConsumerRecord<byte[], byte[]>> consumer = record -> {};
    private final List<ComplaintEvent> emitted = new ArrayList<>();
    private boolean deliveryStopped;
    private long offset;

    public ImmediateBroker() {
        super(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sender of a service over this broker. */
    public CommandSender commandSender(String service) {
        return new CommandSender(service, "test", this);
    }

    /** From now on this processor gets the commands. */
    public ImmediateBroker deliverTo(EventProcessor<?> processor) {
        consumer = record -> processor.apply(TestRecords.batch(List.of(record))).stream()
                .filter(each -> TopicNames.COMPLAINTS.equals(each.getHeaders().get(KafkaHeaders.TOPIC)))
                .forEach(each -> emitted.add(EventJsonCodec.read(each.getPayload())));
        return this;
    }

    /** Delivers a record of another service to the processor. */
    public void deliver(OutboundRecord outbound, String service) {
        consumer.accept(TestRecords.at(offset++, outbound, service));
    }

    /** From now on commands are acknowledged and not delivered. */
    public void stopDelivering() {
        deliveryStopped = true;
    }

    /** From now on every send fails. */
    public void goDown() {
        sendException = new TimeoutException("no broker");
    }

    /** From now on every record is too large. */
    public void refuseAsTooLarge() {
        sendException = new RecordTooLargeException("too large");
    }

    /** From now on sends succeed again. */
    @SuppressWarnings("NullAway") // null is how MockProducer is told that sends succeed
    public void recover() {
        sendException = null;
    }

    /** Events that the processor emitted, in order. */
    public List<ComplaintEvent> events() {
        return List.copyOf(emitted);
    }

    /** Topics of all records sent, in order. */
    public List<String> topics() {
        return history().stream().map(ProducerRecord::topic).toList();
    }

    /** Keys of all records sent, in order. */
    public List<String> keys() {
        return history().stream().map(record -> new String(record.key(), UTF_8)).toList();
    }

    /** Bodies of the records sent to one topic, in order. */
    public List<String> written(String topic) {
        return history().stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Future<RecordMetadata> sent = super.send(record, callback);
        if (record.topic().endsWith(".commands") && !deliveryStopped) {
            consumer.accept(TestRecords.at(offset++, record));
        }
        return sent;
    }
}
