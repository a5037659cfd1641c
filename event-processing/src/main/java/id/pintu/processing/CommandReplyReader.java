package id.pintu.processing;

import id.pintu.events.TopicNames;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reader of the replies that other instances of a service send to this one, from its start on: no request of this process
 * waits for an older one.
 */
final class CommandReplyReader implements ConsumerLoopLifecycle {

    private final ConsumerLoop loop;

    CommandReplyReader(String service, KafkaClients clients, CommandReplies replies) {
        String topic = TopicNames.replyTopic(service);
        TopicPartition partition = new TopicPartition(topic, 0);
        KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer();
        this.loop = new ConsumerLoop(
                topic, StartupPhases.COMPACTED_TOPICS, new RecordPollTask(topic, consumer, replies::receive), () -> {
                    consumer.assign(List.of(partition));
                    consumer.seek(
                            partition, consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
                });
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }
}
