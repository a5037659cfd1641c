package id.pintu.routing;

import id.pintu.events.TopicNames;
import id.pintu.processing.CommandSender;
import id.pintu.processing.startup.StartupTask;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.versions.TopicSeeder;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedTopicWriter;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.kafka.AgencyFeedReader;
import id.pintu.routing.kafka.AgencyFeedWatcher;
import id.pintu.routing.kafka.AgencyTopicCreator;
import id.pintu.routing.kafka.InstitutionActivityReader;
import id.pintu.routing.kafka.RegistryInitializer;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.InstitutionActivityProjection;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.RegistryEntryValidator;
import id.pintu.routing.registry.change.RegistryChangeService;
import id.pintu.routing.registry.contacts.InstitutionContactRegister;
import id.pintu.routing.rulebooks.CurrentRouterProvider;
import id.pintu.support.keys.InstitutionKeyIssuer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the institution registry: its topics, their current content in memory, and who is active. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    /** Consumes every change of the registry, in every instance (registry.history); emits nothing. */
    @Bean
    VersionedTopic<RegistryEntry> registryTopic(KafkaClients clients) {
        return new VersionedTopic<>(RegistryInitializer.TOPIC, RegistryEntry.class, clients);
    }

    /** Consumes nothing; emits changes of the registry with author, time and reason (registry, registry.history). */
    @Bean
    VersionedTopicWriter<RegistryEntry> registryWriter(VersionedTopic<RegistryEntry> topic) {
        return new VersionedTopicWriter<>(topic);
    }

    /** Consumes the ledger: missed deadlines and actions of institutions, in every instance (complaints); emits nothing. */
    @Bean
    InstitutionActivityReader institutionActivityReader(
            KafkaClients clients, InstantSource clock, RoutingProperties properties, CurrentRegistryHolder registry) {
        return new InstitutionActivityReader(
                clients, clock, new InstitutionActivityProjection(properties.inactiveAfter()), registry);
    }

    @Bean
    CurrentRegistryHolder registry(BundledTablesLoader tables) {
        return new CurrentRegistryHolder(tables.regions());
    }

    @Bean
    StartupTask registryTopicSeeder(
            VersionedTopic<RegistryEntry> topic,
            BundledTablesLoader tables,
            RoutingProperties properties,
            InstantSource clock) {
        Map<String, RegistryEntry> initialEntries = new LinkedHashMap<>();
        tables.entries(properties.notConnected()).forEach(entry -> initialEntries.put(entry.code(), entry));
        return new TopicSeeder<>(topic, initialEntries, clock).asStartupTask();
    }

    @Bean
    StartupTask registryInitializer(
            VersionedTopic<RegistryEntry> topic, CurrentRegistryHolder registry, AgencyTopicCreator feeds) {
        return new RegistryInitializer(topic, registry, feeds).asStartupTask();
    }

    @Bean
    RegistryChangeService registryChangeService(
            VersionedTopicWriter<RegistryEntry> writer,
            BundledTablesLoader tables,
            AgencyTopicCreator feeds,
            InstitutionKeyIssuer keys,
            CurrentRouterProvider router) {
        return new RegistryChangeService(writer, new RegistryEntryValidator(tables.regions()), feeds, keys, router);
    }

    @Bean
    KafkaAdmin.NewTopics registryTopics(@Value("${pintu.replicas}") int replicas) {
        return VersionedTopic.topics(RegistryInitializer.TOPIC, replicas);
    }

    @Bean
    InstitutionContactRegister institutionContactRegister(CommandSender sender) {
        return new InstitutionContactRegister(sender);
    }

    /** Consumes contacts of institutions, in every instance (institution-contacts); emits nothing. */
    @Bean
    CompactedTopicReader institutionContactReader(InstitutionContactRegister register, KafkaClients clients) {
        return CompactedTopicReader.byKey(TopicNames.INSTITUTION_CONTACTS, clients, register::handle);
    }

    @Bean
    KafkaAdmin.NewTopics institutionContactTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(CompactedTopicReader.topic(TopicNames.INSTITUTION_CONTACTS, replicas));
    }

    @Bean
    AgencyTopicCreator agencyTopicCreator(
            KafkaAdmin broker, KafkaClients clients, @Value("${pintu.replicas}") int replicas) {
        return new AgencyTopicCreator(broker, clients, replicas);
    }

    /** Reads parts of the feeds for requests (agency.CODE); emits nothing. */
    @Bean
    AgencyFeedReader agencyFeedReader(KafkaClients clients) {
        return new AgencyFeedReader(clients);
    }

    /** Watches the ends of the feeds that requests wait for (agency.CODE); emits nothing. */
    @Bean
    AgencyFeedWatcher agencyFeedWatcher(KafkaClients clients) {
        return new AgencyFeedWatcher(clients);
    }
}
