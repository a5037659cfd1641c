package id.pintu.standalone.demo;

import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().equals(Topics.COMPLAINTS)
                            || FEEDS.matcher(topic.getKey()).matches())
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!Committed.isReadTo(consumer, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
        }
    }

    /** Follows the ledger, or all feeds, from the beginning until it is closed. */
    static Following follow(
            String name, String bootstrapServers, boolean feeds, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().name(name).start(() -> {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
                consumer.assign(consumer.listTopics().entrySet().stream()
                        .filter(topic -> feeds
                                ? FEEDS.matcher(topic.getKey()).matches()
                                : topic.getKey().equals(Topics.COMPLAINTS))
                        .flatMap(topic -> topic.getValue().stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList());
                while (closed.getCount() > 0) {
                    consumer.poll(Duration.ofMillis(100)).forEach(reader);
                }
            }
        });
        return new Following(thread, closed);
    }

    /** A reader at work. */
    record Following(Thread thread, CountDownLatch closed) implements AutoCloseable {

        @Override
        public void close() {
            closed.countDown();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return Committed.consumer(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
    }
}
