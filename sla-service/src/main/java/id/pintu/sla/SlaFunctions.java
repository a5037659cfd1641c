package id.pintu.sla;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.Topics;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.Commands;
import id.pintu.house.reading.Bulletin;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.clock.OpenClocks;
import id.pintu.sla.kafka.AlmanacTopic;
import id.pintu.sla.kafka.CalendarChanges;
import id.pintu.sla.kafka.EffectsTopic;
import id.pintu.sla.kafka.RegistryTopic;
import id.pintu.sla.kafka.Timers;
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
class SlaFunctions {

    /** Hears every step of a complaint; says deadline-set, deadline-met, deadline-paused, complaint-closed (rated). */
    @Bean
    Clerk<ComplaintClocks> clocks(Deadlines deadlines, Casebook<ComplaintClocks> casebook, InstantSource clock) {
        return Clerk.of("sla", new ClockDecider(new ClockKeeper(deadlines)), casebook, clock);
    }

    /** Hears the same, and time; says deadline-neared, deadline-missed, deadline-moved, complaint-closed (silence). */
    @Bean
    Timers timers(
            Deadlines deadlines,
            AlmanacTopic almanac,
            EffectsTopic effects,
            @Value("${spring.kafka.bootstrap-servers}") String servers,
            InstantSource clock) {
        return new Timers(servers, clock, () -> new OpenClocks(deadlines), new CalendarChanges(almanac, effects));
    }

    /** Says decrees, on the compacted topic {@code calendars}. */
    @Bean
    AlmanacTopic almanac(SlaProperties sla, Commands broker) {
        return new AlmanacTopic(sla.almanac(), broker);
    }

    /** Hears every decree, wherever it was entered (calendars). */
    @Bean
    Bulletin almanacBulletin(AlmanacTopic almanac, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return almanac.bulletin(servers);
    }

    @Bean
    EffectsTopic effects() {
        return new EffectsTopic();
    }

    /** Hears what a decree did to open deadlines, on the compacted topic {@code calendars.effects}; the timers say it. */
    @Bean
    Bulletin effectsBulletin(EffectsTopic effects, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return effects.bulletin(servers);
    }

    @Bean
    KafkaAdmin.NewTopics calendarTopics(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(Stream.of(AlmanacTopic.TOPIC, EffectsTopic.TOPIC)
                .map(name -> TopicBuilder.name(name)
                        .partitions(1)
                        .replicas(replicas)
                        .compact()
                        .build())
                .toArray(NewTopic[]::new));
    }

    @Bean
    Deadlines deadlines(SlaProperties sla, AlmanacTopic almanac) {
        return new Deadlines(almanac, sla.allPolicies());
    }

    @Bean
    RegistryTopic institutions() {
        return new RegistryTopic();
    }

    /** Hears who there is and who is connected (registry). */
    @Bean
    Bulletin institutionsBulletin(
            RegistryTopic institutions, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return institutions.bulletin(servers);
    }

    /** As routing-service makes them: whoever starts first. */
    @Bean
    KafkaAdmin.NewTopics registryTopics(@Value("${pintu.replicas}") int replicas) {
        return VersionedTopic.topics(Topics.REGISTRY, replicas);
    }

    @Bean
    Casebook<ComplaintClocks> casebook(MongoDatabase database) {
        return new Casebook<>(database, ComplaintClocks.class);
    }
}
