package id.pintu.benchmarks.flow;

import id.pintu.house.reading.Committed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from their end on, what is committed only, in a thread of its own. */
final class Reader implements AutoCloseable {

    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    Reader(
            String name,
            String bootstrapServers,
            Predicate<String> topics,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        thread = Thread.ofPlatform().daemon().name(name).start(() -> {
            try (KafkaConsumer<byte[], byte[]> consumer = Committed.consumer(bootstrapServers)) {
                List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                        .filter(topic -> topics.test(topic.getKey()))
                        .flatMap(topic -> topic.getValue().stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
                ready.countDown();
                while (!closed) {
                    consumer.poll(Duration.ofMillis(100)).forEach(reader);
                }
            }
        });
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
