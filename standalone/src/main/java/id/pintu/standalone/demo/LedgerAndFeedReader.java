package id.pintu.standalone.demo;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ReadCommittedConsumers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the ledger and the feeds as anybody outside would: with a plain read_committed consumer. */
final class LedgerAndFeedReader {

    private static final Pattern FEEDS = Pattern.compile("agency\\..+");

    private LedgerAndFeedReader() {}

    /** Gives every record of the ledger and of every feed to the reader, from the first to the last there is now. */
    static void readAll(String bootstrapServers, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = ReadCommittedConsumers.partitions(
                    consumer,
                    topic -> topic.equals(TopicNames.COMPLAINTS)
                            || FEEDS.matcher(topic).matches());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!ReadCommittedConsumers.hasReached(consumer, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
        }
    }

    /** Follows the ledger, or all feeds, from the beginning until it is stopped. */
    static ConsumerLoop startConsumer(
            String name, String bootstrapServers, boolean feeds, ConsumerLoop.RecordHandler reader) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers);
        ConsumerLoop loop = new ConsumerLoop(name, consumer, reader);
        ReadCommittedConsumers.assignFromBeginning(
                consumer,
                ReadCommittedConsumers.partitions(
                        consumer,
                        topic -> feeds ? FEEDS.matcher(topic).matches() : topic.equals(TopicNames.COMPLAINTS)));
        loop.start();
        return loop;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return ReadCommittedConsumers.create(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
    }
}
