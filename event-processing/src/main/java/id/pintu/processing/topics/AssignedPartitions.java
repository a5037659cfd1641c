package id.pintu.processing.topics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Static functions for the partitions that a consumer is assigned by hand, and for its position in them. */
public final class AssignedPartitions {

    private AssignedPartitions() {}

    /** All partitions of a topic. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(AssignedPartitions::partition)
                .toList();
    }

    /** All partitions of all topics whose name matches. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, Predicate<String> topicFilter) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topicFilter.test(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(AssignedPartitions::partition)
                .toList();
    }

    /** Assigns exactly these partitions, each read from its first record. */
    public static void assignFromBeginning(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Whether a consumer's position is at or after each of these offsets. */
    public static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> endOffsets) {
        return endOffsets.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
