package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.startup.StartupTask;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.RegistryInstitution;

/** Start-up of the registry: keeps {@link CurrentRegistryHolder} in step with the registry topic, and creates the feed of each institution. */
public final class RegistryInitializer {

    /** Name of the topic: key = institution code, value = a version of its {@link RegistryEntry} as JSON. */
    public static final String TOPIC = TopicNames.REGISTRY;

    private final CurrentRegistryHolder registry;
    private final AgencyTopicCreator feedCreator;

    public RegistryInitializer(
            VersionedTopic<RegistryEntry> topic, CurrentRegistryHolder registry, AgencyTopicCreator feedCreator) {
        this.registry = registry;
        this.feedCreator = feedCreator;
        topic.onChange(versions -> registry.replaceEntries(
                versions.latest().stream().map(VersionedValue::value).toList()));
    }

    /** Task that creates missing feeds, after the topic is seeded and before the bindings and the HTTP API start. */
    public StartupTask asStartupTask() {
        return new StartupTask(StartupPhases.TOPIC_SEEDING + 1, this::createFeeds);
    }

    private void createFeeds() {
        feedCreator.createFeeds(registry.get().institutions().stream()
                .map(RegistryInstitution::code)
                .toList());
    }
}
