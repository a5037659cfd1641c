package id.pintu.routing.kafka;

import id.pintu.events.Topics;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.registry.Entry;
import id.pintu.routing.registry.Registration;
import org.springframework.context.SmartLifecycle;

/** Opens the registry before anybody asks: what the topic says is held, and each institution has its feed. */
public final class RegistryOpening implements SmartLifecycle {

    /** Name of the topic: key = institution code, value = a version of its {@link Entry} as JSON. */
    public static final String TOPIC = Topics.REGISTRY;

    private final VersionedTopic<Entry> topic;
    private final CurrentRegistry registry;
    private final Feeds feeds;
    private boolean running;

    public RegistryOpening(VersionedTopic<Entry> topic, CurrentRegistry registry, Feeds feeds) {
        this.topic = topic;
        this.registry = registry;
        this.feeds = feeds;
        topic.onChange(versions ->
                registry.hold(versions.latest().stream().map(Version::value).toList()));
    }

    /** After the topic has its beginning, before the bindings that hear and before anything that is asked from outside. */
    @Override
    public int getPhase() {
        return topic.getPhase() + 2;
    }

    @Override
    public void start() {
        feeds.open(
                registry.get().institutions().stream().map(Registration::code).toList());
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
