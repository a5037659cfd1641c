package id.pintu.processing;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;

/** Factory of consumed records, and of batches as the binder delivers them. */
public final class TestRecords {

    private static final BatchMessagingMessageConverter BINDER = new BatchMessagingMessageConverter();

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

    /** Batch made by the converter that the binder uses. */
    @SuppressWarnings("unchecked")
    public static Message<List<byte[]>> batch(List<ConsumerRecord<byte[], byte[]>> records) {
        Acknowledgment none = () -> {};
        return (Message<List<byte[]>>)
                BINDER.toMessage(List.copyOf(records), none, new MockConsumer<>("earliest"), byte[].class);
    }
}
