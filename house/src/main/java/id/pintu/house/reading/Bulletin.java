package id.pintu.house.reading;

import id.pintu.house.start.Phases;
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
public final class Bulletin implements SmartLifecycle {

    private final TopicPartition partition;
    private final Follower follower;

    /**
     * @param reader gets key and value; the value is absent where the topic says that the key is no more
     */
    public static Bulletin byKey(String topic, String bootstrapServers, BiConsumer<String, Optional<byte[]>> reader) {
        return new Bulletin(
                topic,
                bootstrapServers,
                record -> reader.accept(
                        new String(record.key(), StandardCharsets.UTF_8), Optional.ofNullable(record.value())));
    }

    /**
     * @param reader gets each record whole, for those who count by its place
     */
    public Bulletin(String topic, String bootstrapServers, Follower.Reader reader) {
        this.partition = new TopicPartition(topic, 0);
        this.follower = new Follower(topic, Committed.consumer(bootstrapServers), reader);
    }

    @Override
    public int getPhase() {
        return Phases.BULLETINS;
    }

    @Override
    public void start() {
        follower.assign(List.of(partition));
        follower.readToEnd();
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }
}
