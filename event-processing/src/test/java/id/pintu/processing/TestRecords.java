package id.pintu.processing;

import id.pintu.processing.binder.BatchMessage;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Factory of consumed records, and of batches as the binder delivers them. */
public final class TestRecords {

    private TestRecords() {}

    public static ConsumerRecord<byte[], byte[]> at(long offset, OutboundRecord outbound, String service) {
        return at(offset, outbound.record(service, Optional.empty()));
    }

    public static ConsumerRecord<byte[], byte[]> at(long offset, ProducerRecord<byte[], byte[]> sent) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(sent.topic(), 0, offset, sent.key(), sent.value());
        sent.headers().forEach(header -> record.headers().add(header));
        return record;
    }

    /** The record that a message of an event processor becomes. */
    public static ConsumerRecord<byte[], byte[]> at(long offset, Message<byte[]> message) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                topic(message),
                0,
                offset,
                message.getHeaders().get(KafkaHeaders.KEY, byte[].class),
                message.getPayload());
        message.getHeaders().forEach((name, value) -> {
            if (value instanceof byte[] bytes && !name.equals(KafkaHeaders.KEY)) {
                record.headers().add(name, bytes);
            }
        });
        return record;
    }

    public static String topic(Message<byte[]> message) {
        return String.valueOf(message.getHeaders().get(KafkaHeaders.TOPIC));
    }

    /** Batch in the form of the binder. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // functions declare bytes, and know that a tombstone is none
    public static Message<List<byte[]>> batch(List<ConsumerRecord<byte[], byte[]>> records) {
        return (Message) BatchMessage.of(records);
    }
}
