package id.pintu.processing.topics;

import id.pintu.processing.startup.StartupPhases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;

/**
 * A compacted topic of one partition that every instance knows by heart: read from its beginning to its end before the
 * service answers anybody, and followed from then on. Its reader hears each notice at least once, in order.
 */
public final class CompactedTopicReader implements SmartLifecycle {

    private final TopicPartition partition;
    private final ConsumerLoop loop;

    /**
     * @param handler gets key and value; the value is absent where the topic says that the key is no more
     */
    public static CompactedTopicReader byKey(
            String topic, String bootstrapServers, BiConsumer<String, Optional<byte[]>> handler) {
        return new CompactedTopicReader(
                topic,
                bootstrapServers,
                record -> handler.accept(
                        new String(record.key(), StandardCharsets.UTF_8), Optional.ofNullable(record.value())));
    }

    /**
     * @param handler gets each record whole, for those who count by its place
     */
    public CompactedTopicReader(String topic, String bootstrapServers, ConsumerLoop.RecordHandler handler) {
        this.partition = new TopicPartition(topic, 0);
        this.loop = new ConsumerLoop(topic, ReadCommittedConsumers.create(bootstrapServers), handler);
    }

    @Override
    public int getPhase() {
        return StartupPhases.COMPACTED_TOPICS;
    }

    @Override
    public void start() {
        loop.assignFromBeginning(List.of(partition));
        loop.readToEnd();
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
