package id.pintu.processing.versions;

import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.startup.StartupTask;
import java.time.InstantSource;
import java.util.Map;

/** Start-up task that writes the values bundled with this build as revision 1 of an empty versioned topic, once. */
public final class TopicSeeder<T> {

    private static final String BY = "PINTU";
    private static final String WHY = "initial values of this build";

    private final VersionedTopic<T> topic;
    private final Map<String, T> initialValues;
    private final InstantSource clock;

    /**
     * @param initialValues values by key, in the order in which they are written
     */
    public TopicSeeder(VersionedTopic<T> topic, Map<String, T> initialValues, InstantSource clock) {
        this.topic = topic;
        this.initialValues = initialValues;
        this.clock = clock;
    }

    /** Task for the phase after the topic is read. */
    public StartupTask asStartupTask() {
        return new StartupTask(StartupPhases.TOPIC_SEEDING, this::write);
    }

    private void write() {
        if (topic.get().revision() == 0) {
            new VersionedTopicWriter<>(topic)
                    .change(
                            new ChangeMetadata(BY, WHY, clock.instant()),
                            versions -> versions.revision() == 0 ? initialValues : Map.of());
        }
    }
}
