package id.pintu.benchmarks.flow;

import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ReadCommittedConsumers;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from their end on, what is committed only, in a thread of its own. */
final class TopicTailReader implements AutoCloseable {

    private final ConsumerLoop follower;

    TopicTailReader(String name, String bootstrapServers, Predicate<String> topics, ConsumerLoop.RecordHandler reader) {
        KafkaConsumer<byte[], byte[]> consumer = ReadCommittedConsumers.create(bootstrapServers);
        List<TopicPartition> partitions = ReadCommittedConsumers.partitions(consumer, topics);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        follower = new ConsumerLoop(name, consumer, reader);
        follower.start();
    }

    @Override
    public void close() {
        follower.stop();
    }
}
