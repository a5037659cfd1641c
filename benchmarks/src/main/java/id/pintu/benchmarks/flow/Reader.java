package id.pintu.benchmarks.flow;

import id.pintu.house.reading.Committed;
import id.pintu.house.reading.Follower;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from their end on, what is committed only, in a thread of its own. */
final class Reader implements AutoCloseable {

    private final Follower follower;

    Reader(String name, String bootstrapServers, Predicate<String> topics, Follower.Reader reader) {
        KafkaConsumer<byte[], byte[]> consumer = Committed.consumer(bootstrapServers);
        List<TopicPartition> partitions = Committed.partitions(consumer, topics);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        follower = new Follower(name, consumer, reader);
        follower.start();
    }

    @Override
    public void close() {
        follower.stop();
    }
}
