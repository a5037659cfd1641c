package id.pintu.routing.kafka;

import id.pintu.events.Topics;
import id.pintu.house.start.AtStart;
import id.pintu.house.start.Phases;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.registry.Entry;
import id.pintu.routing.registry.Registration;

/** Opens the registry before anybody asks: what the topic says is held, and each institution has its feed. */
public final class RegistryOpening {

    /** Name of the topic: key = institution code, value = a version of its {@link Entry} as JSON. */
    public static final String TOPIC = Topics.REGISTRY;

    private final CurrentRegistry registry;
    private final Feeds feeds;

    public RegistryOpening(VersionedTopic<Entry> topic, CurrentRegistry registry, Feeds feeds) {
        this.registry = registry;
        this.feeds = feeds;
        topic.onChange(versions ->
                registry.hold(versions.latest().stream().map(Version::value).toList()));
    }

    /** After the topic has its beginning, before the bindings that hear and before anything that is asked from outside. */
    public AtStart atStart() {
        return new AtStart(Phases.BEGINNING + 1, this::open);
    }

    private void open() {
        feeds.open(
                registry.get().institutions().stream().map(Registration::code).toList());
    }
}
