package id.pintu.benchmarks.flow;

import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.KafkaClients;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reader of committed records from the end of topics on, in its own thread. */
public final class TopicTailReader implements AutoCloseable {

    private final ConsumerLoop loop;

    public TopicTailReader(
            String name, KafkaClients clients, Predicate<String> topics, ConsumerLoop.RecordHandler reader) {
        KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer();
        List<TopicPartition> partitions = AssignedPartitions.partitions(consumer, topics);
        while (partitions.isEmpty()) { // a topic that was just created
            LockSupport.parkNanos(50_000_000);
            partitions = AssignedPartitions.partitions(consumer, topics);
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        loop = new ConsumerLoop(name, consumer, reader);
        loop.start();
    }

    @Override
    public void close() {
        loop.stop();
    }
}
