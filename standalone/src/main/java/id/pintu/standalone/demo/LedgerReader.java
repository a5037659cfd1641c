package id.pintu.standalone.demo;

import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import id.pintu.house.reading.Follower;
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
final class LedgerReader {

    private static final Pattern FEEDS = Pattern.compile("agency\\..+");

    private LedgerReader() {}

    /** Gives every record of the ledger and of every feed to the reader, from the first to the last there is now. */
    static void readAll(String bootstrapServers, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = Committed.partitions(
                    consumer,
                    topic -> topic.equals(Topics.COMPLAINTS)
                            || FEEDS.matcher(topic).matches());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!Committed.isReadTo(consumer, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
        }
    }

    /** Follows the ledger, or all feeds, from the beginning until it is stopped. */
    static Follower follow(String name, String bootstrapServers, boolean feeds, Follower.Reader reader) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers);
        Follower follower = new Follower(name, consumer, reader);
        follower.assign(Committed.partitions(
                consumer, topic -> feeds ? FEEDS.matcher(topic).matches() : topic.equals(Topics.COMPLAINTS)));
        follower.start();
        return follower;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return Committed.consumer(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
    }
}
