package id.pintu.sla;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.clock.index.OpenClockIndex;
import id.pintu.sla.kafka.CalendarChangeTracker;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.sla.kafka.DeadlineTimerLoop;
import id.pintu.sla.kafka.InstitutionRegistryTopic;
import id.pintu.sla.mongo.AreaComplaintIndex;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of all that sla-service consumes and produces: stream functions, topic readers, topics, timers. */
@Configuration(proxyBeanMethods = false)
class SlaStreamConfiguration {

    /**
     * Stream function: consumes the events of all services, emits deadline-set, deadline-met, deadline-paused and
     * complaint-closed (rated).
     */
    @Bean
    EventProcessor<ComplaintClockState> clocks(
            DeadlineEventFactory deadlines,
            SnapshotStore<ComplaintClockState> snapshots,
            AreaComplaintIndex areas,
            InstantSource clock) {
        return EventProcessor.of("sla", new SlaClockRules(deadlines), snapshots, clock)
                .withAfterSaveListener(areas::add);
    }

    /** Filled by the listener above; what was saved before there was an index is added at start. */
    @Bean
    AreaComplaintIndex areaComplaintIndex(MongoDatabase database, SnapshotStore<ComplaintClockState> snapshots) {
        AreaComplaintIndex areas = new AreaComplaintIndex(database);
        areas.complete(snapshots);
        return areas;
    }

    /**
     * Consumes the same events on a thread of its own and, as time passes, emits deadline-neared, deadline-missed,
     * deadline-moved, complaint-closed (silence), and deadline-set where a question stays without reply or a clock is missing.
     */
    @Bean
    DeadlineTimerLoop deadlineTimerLoop(
            DeadlineEventFactory deadlines,
            CalendarDecreeTopic calendarTopic,
            CalendarImpactTopic impactTopic,
            SnapshotStore<ComplaintClockState> snapshots,
            KafkaClients clients,
            InstantSource clock) {
        return new DeadlineTimerLoop(
                clients,
                clock,
                () -> new OpenClockIndex(deadlines),
                new CalendarChangeTracker(calendarTopic, impactTopic),
                snapshots::find,
                new MissingClockCalculator(deadlines));
    }

    /** Publishes decrees to the compacted topic {@code calendars}, and holds the calendars in force. */
    @Bean
    CalendarDecreeTopic calendarDecreeTopic(SlaProperties sla, CommandSender broker) {
        return new CalendarDecreeTopic(sla.initialCalendars(), broker);
    }

    /** Consumes the topic {@code calendars}: decrees published by any instance. */
    @Bean
    CompactedTopicReader calendarDecreeReader(CalendarDecreeTopic calendarTopic, KafkaClients clients) {
        return calendarTopic.reader(clients);
    }

    @Bean
    CalendarImpactTopic calendarImpactTopic() {
        return new CalendarImpactTopic();
    }

    /** Consumes {@code calendars.effects}: what a decree did to open deadlines, as published by the timers. */
    @Bean
    CompactedTopicReader calendarImpactReader(CalendarImpactTopic impactTopic, KafkaClients clients) {
        return impactTopic.reader(clients);
    }

    @Bean
    KafkaAdmin.NewTopics calendarTopics(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(
                CompactedTopicReader.topic(CalendarDecreeTopic.TOPIC, replicas),
                CompactedTopicReader.topic(CalendarImpactTopic.TOPIC, replicas));
    }

    @Bean
    DeadlineEventFactory deadlineEventFactory(SlaProperties sla, CalendarDecreeTopic calendarTopic) {
        return new DeadlineEventFactory(calendarTopic, sla.allPolicies());
    }

    @Bean
    InstitutionRegistryTopic institutionRegistryTopic() {
        return new InstitutionRegistryTopic();
    }

    /** Consumes the topic {@code registry}: which institutions exist and which are connected. */
    @Bean
    CompactedTopicReader institutionRegistryReader(InstitutionRegistryTopic registryTopic, KafkaClients clients) {
        return registryTopic.reader(clients);
    }

    /** The topic of the registry, with the settings of routing-service; the service that starts first creates it. */
    @Bean
    KafkaAdmin.NewTopics registryTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(VersionedTopic.lastVersionTopic(TopicNames.REGISTRY, replicas));
    }

    @Bean
    SnapshotStore<ComplaintClockState> snapshots(MongoDatabase database) {
        return new SnapshotStore<>(database, ComplaintClockState.class);
    }
}
