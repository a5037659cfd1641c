package id.pintu.house.versions;

import id.pintu.house.start.AtStart;
import id.pintu.house.start.Phases;
import java.time.InstantSource;
import java.util.Map;

/** Writes what a build brings as revision 1 of a topic on which nothing was ever written; one instance does. */
public final class Beginning<T> {

    private static final String BY = "PINTU";
    private static final String WHY = "the tables this build brings";

    private final VersionedTopic<T> topic;
    private final Map<String, T> first;
    private final InstantSource clock;

    /**
     * @param first the values by key, in their order
     */
    public Beginning(VersionedTopic<T> topic, Map<String, T> first, InstantSource clock) {
        this.topic = topic;
        this.first = first;
        this.clock = clock;
    }

    /** When the topic was read. */
    public AtStart atStart() {
        return new AtStart(Phases.BEGINNING, this::write);
    }

    private void write() {
        if (topic.get().revision() == 0) {
            new VersionWriter<>(topic)
                    .change(
                            new Signature(BY, WHY, clock.instant()),
                            versions -> versions.revision() == 0 ? first : Map.of());
        }
    }
}
