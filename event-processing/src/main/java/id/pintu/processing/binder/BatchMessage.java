package id.pintu.processing.binder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Conversion between Kafka records and the messages of functions. */
public final class BatchMessage {

    private BatchMessage() {}

    /**
     * One message of all records. Its payload is their values, {@link KafkaNull} for a missing one; its headers {@link
     * KafkaHeaders#RECEIVED_TOPIC}, {@code RECEIVED_PARTITION}, {@code OFFSET}, {@code RECEIVED_KEY} and {@code
     * BATCH_CONVERTED_HEADERS} (header values as bytes) are lists in the same order.
     */
    public static Message<List<Object>> of(List<ConsumerRecord<byte[], byte[]>> records) {
        int size = records.size();
        List<Object> values = new ArrayList<>(size);
        List<Object> keys = new ArrayList<>(size);
        List<String> topics = new ArrayList<>(size);
        List<Integer> partitions = new ArrayList<>(size);
        List<Long> offsets = new ArrayList<>(size);
        List<Map<String, Object>> headers = new ArrayList<>(size);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            values.add(record.value() == null ? KafkaNull.INSTANCE : record.value());
            keys.add(record.key() == null ? KafkaNull.INSTANCE : record.key());
            topics.add(record.topic());
            partitions.add(record.partition());
            offsets.add(record.offset());
            headers.add(headers(record));
        }
        return MessageBuilder.withPayload(values)
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, topics)
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, partitions)
                .setHeader(KafkaHeaders.OFFSET, offsets)
                .setHeader(KafkaHeaders.RECEIVED_KEY, keys)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build();
    }

    private static Map<String, Object> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> headers = new HashMap<>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        });
        return headers;
    }

    /**
     * The record that a message becomes: to the topic and with the key of its headers {@link KafkaHeaders#TOPIC} and {@link
     * KafkaHeaders#KEY}. Headers that are bytes or text become headers of the record.
     *
     * @param defaultTopic where the message names none
     * @throws IllegalArgumentException when the payload is not bytes
     */
    static ProducerRecord<byte[], byte[]> toRecord(Message<?> message, String defaultTopic) {
        if (!(message.getPayload() instanceof byte[] value)) {
            throw new IllegalArgumentException(
                    "the payload is no byte[] but " + message.getPayload().getClass());
        }
        MessageHeaders headers = message.getHeaders();
        String topic = headers.get(KafkaHeaders.TOPIC, String.class);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic == null ? defaultTopic : topic, headers.get(KafkaHeaders.KEY, byte[].class), value);
        headers.forEach((name, header) -> {
            if (name.equals(KafkaHeaders.TOPIC) || name.equals(KafkaHeaders.KEY)) {
                return;
            }
            if (header instanceof byte[] bytes) {
                record.headers().add(name, bytes);
            } else if (header instanceof String text) {
                record.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return record;
    }
}
