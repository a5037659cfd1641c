package id.pintu.support.audit.chain;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.audit.record.SealedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Codec of the chain's records in Kafka: key = sequence number, value = content, header = hash. Bytes that are no text become
 * characters that no genuine record has.
 */
public final class AuditRecordCodec {

    private AuditRecordCodec() {}

    /** Consumer that does not check Kafka's own checksums: a record that was changed on the disk is to stop nothing. */
    static KafkaConsumer<byte[], byte[]> consumer(KafkaClients clients) {
        return clients.readCommittedConsumer(Map.of(ConsumerConfig.CHECK_CRCS_CONFIG, false));
    }

    static ProducerRecord<byte[], byte[]> encode(String topic, SealedRecord sealed) {
        return new ProducerRecord<>(
                topic,
                0,
                sealed.key().getBytes(StandardCharsets.US_ASCII),
                sealed.content(),
                List.of(new RecordHeader(AuditTopics.HASH_HEADER, sealed.hashBytes())));
    }

    /** A record of any topic; one that the chain did not write has a hash that fits nothing. */
    public static SealedRecord decode(ConsumerRecord<byte[], byte[]> record) {
        Header[] headers = record.headers().toArray();
        String hash =
                headers.length == 1 && headers[0].key().equals(AuditTopics.HASH_HEADER) ? text(headers[0].value()) : "";
        return new SealedRecord(text(record.key()), record.value() == null ? new byte[0] : record.value(), hash);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
