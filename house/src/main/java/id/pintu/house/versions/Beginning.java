package id.pintu.house.versions;

import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/** Writes what a build brings as revision 1 of a topic on which nothing was ever written; one instance does. */
public final class Beginning<T> implements SmartLifecycle {

    private static final String BY = "PINTU";
    private static final String WHY = "the tables this build brings";

    private final VersionedTopic<T> topic;
    private final Map<String, T> first;
    private final InstantSource clock;
    private boolean running;

    /**
     * @param first the values by key, in their order
     */
    public Beginning(VersionedTopic<T> topic, Map<String, T> first, InstantSource clock) {
        this.topic = topic;
        this.first = first;
        this.clock = clock;
    }

    /** After the topic was read. */
    @Override
    public int getPhase() {
        return topic.getPhase() + 1;
    }

    @Override
    public void start() {
        if (topic.get().revision() == 0) {
            new VersionWriter<>(topic)
                    .change(
                            new Signature(BY, WHY, clock.instant()),
                            versions -> versions.revision() == 0 ? first : Map.of());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
