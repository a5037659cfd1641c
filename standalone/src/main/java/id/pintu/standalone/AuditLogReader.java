package id.pintu.standalone;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.server.CommittedTopicReader;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reader of the topic of the audit log, from its first record to the last at the time of the call. */
final class AuditLogReader {

    private AuditLogReader() {}

    /**
     * Reads the topic. Kafka's own checksums are not checked: a byte that was changed on the disk is to be found in its record,
     * not to end the reading.
     *
     * @throws CommandLineException when the broker does not answer
     * @throws org.apache.kafka.common.KafkaException when the log is damaged so that it cannot be read on
     */
    static void read(KafkaClients clients, String topic, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        try (KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer(Map.of(
                ConsumerConfig.CHECK_CRCS_CONFIG, false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000))) {
            CommittedTopicReader.readAll(consumer, List.of(new TopicPartition(topic, 0)), handler);
        } catch (TimeoutException e) {
            throw new CommandLineException("The broker does not answer: is Pintu running (./pintu up)?");
        }
    }
}
