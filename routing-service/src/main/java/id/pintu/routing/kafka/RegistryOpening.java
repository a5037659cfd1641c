package id.pintu.routing.kafka;

import id.pintu.house.versions.Signature;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionWriter;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.house.versions.Versions;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.registry.Entry;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * Opens the registry before anybody asks: the first instance on a fresh broker writes the bundled tables as revision 1,
 * every instance then holds what the topic says and sees to it that each institution has its feed.
 */
public final class RegistryOpening implements SmartLifecycle {

    /** Name of the topic: key = institution code, value = a version of its {@link Entry} as JSON. */
    public static final String TOPIC = "registry";

    private static final String BY = "PINTU";
    private static final String WHY = "the tables this build brings";

    private final VersionedTopic<Entry> topic;
    private final CurrentRegistry registry;
    private final Feeds feeds;
    private final List<Entry> first;
    private final InstantSource clock;
    private boolean running;

    /**
     * @param first the entries of a registry that never was
     */
    public RegistryOpening(
            VersionedTopic<Entry> topic,
            CurrentRegistry registry,
            Feeds feeds,
            List<Entry> first,
            InstantSource clock) {
        this.topic = topic;
        this.registry = registry;
        this.feeds = feeds;
        this.first = first;
        this.clock = clock;
        topic.onChange(versions -> {
            if (versions.revision() > 0) {
                registry.hold(entries(versions));
            }
        });
    }

    /** After the topic was read, before the bindings that hear and before anything that is asked from outside. */
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
                            versions -> versions.revision() == 0 ? byCode(first) : Map.of());
        }
        feeds.open(
                registry.get().institutions().stream().map(each -> each.code()).toList());
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

    private static List<Entry> entries(Versions<Entry> versions) {
        return versions.latest().stream().map(Version::value).toList();
    }

    private static Map<String, Entry> byCode(List<Entry> entries) {
        Map<String, Entry> byCode = new LinkedHashMap<>();
        entries.forEach(entry -> byCode.put(entry.code(), entry));
        return byCode;
    }
}
