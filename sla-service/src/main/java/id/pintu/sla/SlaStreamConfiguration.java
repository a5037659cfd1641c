package id.pintu.sla;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.clock.index.OpenClockIndex;
import id.pintu.sla.kafka.CalendarChangeTracker;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.sla.kafka.DeadlineTimerLoop;
import id.pintu.sla.kafka.InstitutionRegistryTopic;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Everything sla-service hears and says. */
@Configuration(proxyBeanMethods = false)
class SlaStreamConfiguration {

    /** Hears every step of a complaint; says deadline-set, deadline-met, deadline-paused, complaint-closed (rated). */
    @Bean
    EventProcessor<ComplaintClockState> clocks(
            DeadlineEventFactory deadlines, SnapshotStore<ComplaintClockState> snapshots, InstantSource clock) {
        return EventProcessor.of("sla", new SlaClockRules(deadlines), snapshots, clock);
    }

    /** Hears the same, and time; says deadline-neared, deadline-missed, deadline-moved, complaint-closed (silence). */
    @Bean
    DeadlineTimerLoop deadlineTimerLoop(
            DeadlineEventFactory deadlines,
            CalendarDecreeTopic calendarTopic,
            CalendarImpactTopic impactTopic,
            @Value("${spring.kafka.bootstrap-servers}") String servers,
            InstantSource clock) {
        return new DeadlineTimerLoop(
                servers,
                clock,
                () -> new OpenClockIndex(deadlines),
                new CalendarChangeTracker(calendarTopic, impactTopic));
    }

    /** Says decrees, on the compacted topic {@code calendars}. */
    @Bean
    CalendarDecreeTopic calendarDecreeTopic(SlaProperties sla, CommandSender broker) {
        return new CalendarDecreeTopic(sla.initialCalendars(), broker);
    }

    /** Hears every decree, wherever it was entered (calendars). */
    @Bean
    CompactedTopicReader calendarDecreeReader(
            CalendarDecreeTopic calendarTopic, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return calendarTopic.reader(servers);
    }

    @Bean
    CalendarImpactTopic calendarImpactTopic() {
        return new CalendarImpactTopic();
    }

    /** Hears what a decree did to open deadlines, on the compacted topic {@code calendars.effects}; the timers say it. */
    @Bean
    CompactedTopicReader calendarImpactReader(
            CalendarImpactTopic impactTopic, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return impactTopic.reader(servers);
    }

    @Bean
    KafkaAdmin.NewTopics calendarTopics(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(Stream.of(CalendarDecreeTopic.TOPIC, CalendarImpactTopic.TOPIC)
                .map(name -> TopicBuilder.name(name)
                        .partitions(1)
                        .replicas(replicas)
                        .compact()
                        .build())
                .toArray(NewTopic[]::new));
    }

    @Bean
    DeadlineEventFactory deadlineEventFactory(SlaProperties sla, CalendarDecreeTopic calendarTopic) {
        return new DeadlineEventFactory(calendarTopic, sla.allPolicies());
    }

    @Bean
    InstitutionRegistryTopic institutionRegistryTopic() {
        return new InstitutionRegistryTopic();
    }

    /** Hears who there is and who is connected (registry). */
    @Bean
    CompactedTopicReader institutionRegistryReader(
            InstitutionRegistryTopic registryTopic, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return registryTopic.reader(servers);
    }

    /** As routing-service makes them: whoever starts first. */
    @Bean
    KafkaAdmin.NewTopics registryTopics(@Value("${pintu.replicas}") int replicas) {
        return VersionedTopic.topics(TopicNames.REGISTRY, replicas);
    }

    @Bean
    SnapshotStore<ComplaintClockState> snapshots(MongoDatabase database) {
        return new SnapshotStore<>(database, ComplaintClockState.class);
    }
}
