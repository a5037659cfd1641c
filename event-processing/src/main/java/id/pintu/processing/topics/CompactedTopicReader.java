package id.pintu.processing.topics;

import id.pintu.processing.startup.StartupPhases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Reader of a compacted topic with one partition, which every instance keeps in memory: its start returns when the topic
 * is read to its end, so no request is served from a part of it. Each record is handled at least once, in order. One that
 * cannot be used changes nothing and is listed as unreadable.
 */
public final class CompactedTopicReader implements ConsumerLoopLifecycle, UnreadableRecordSource {

    private final UnreadableRecordIndex records;
    private final ConsumerLoop loop;

    /**
     * @param handler gets key and value; an absent value is a tombstone: the key was deleted
     */
    public static CompactedTopicReader byKey(
            String topic, KafkaClients clients, BiConsumer<String, Optional<byte[]>> handler) {
        return new CompactedTopicReader(
                topic,
                clients,
                record -> handler.accept(
                        new String(record.key(), StandardCharsets.UTF_8), Optional.ofNullable(record.value())));
    }

    /**
     * @param handler gets each record whole, for those that need its offset
     */
    public CompactedTopicReader(String topic, KafkaClients clients, ConsumerLoop.RecordHandler handler) {
        KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer();
        this.records = new UnreadableRecordIndex(handler);
        RecordPollTask task = new RecordPollTask(topic, consumer, records);
        this.loop = new ConsumerLoop(topic, StartupPhases.COMPACTED_TOPICS, task, () -> {
            AssignedPartitions.assignFromBeginning(consumer, List.of(new TopicPartition(topic, 0)));
            task.readToEnd();
        });
    }

    /** Topic for such a reader, to be declared. */
    public static NewTopic topic(String name, int replicas) {
        return TopicBuilder.name(name)
                .partitions(1)
                .replicas(replicas)
                .compact()
                .build();
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }

    @Override
    public List<UnreadableRecord> unreadableRecords() {
        return records.unreadableRecords();
    }
}
