package id.pintu.routing;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.WireJson;
import id.pintu.house.http.CommandGate;
import id.pintu.house.keys.KeyRing;
import id.pintu.house.keys.KeyWriter;
import id.pintu.house.keys.Secret;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.Commands;
import id.pintu.house.reading.Bulletin;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingRules;
import id.pintu.routing.handling.Precedents;
import id.pintu.routing.handling.Precedents.Precedent;
import id.pintu.routing.handling.Precedents.Withdrawal;
import id.pintu.routing.http.DeskTray;
import id.pintu.routing.http.IncidentBook;
import id.pintu.routing.kafka.RepeatWatch;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.rulebooks.CurrentRouter;
import id.pintu.routing.school.Lessons;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Everything routing-service hears and says. */
@Configuration(proxyBeanMethods = false)
class RoutingFunctions {

    /** Hears complaint-submitted, how complaints end, and what institutions and the desk ask (routing.commands); says where complaints are and what was done (complaints), each assignment to its institution's feed (agency.CODE), the parts of a split complaint to their own lines (routing.commands), and rulings (precedents). */
    @Bean
    Clerk<Handling> routing(
            HandlingRules rules,
            Casebook<Handling> casebook,
            CommandJson<HandlingCommand> commands,
            DeskTray desk,
            IncidentBook incidents,
            Lessons lessons,
            InstantSource clock) {
        return Clerk.of("routing", rules, casebook, clock)
                .taking(commands, rules)
                .copying(new Copies(commands)::of)
                .telling(changed -> {
                    desk.note(changed);
                    incidents.note(changed);
                    lessons.note(changed);
                });
    }

    @Bean
    HandlingRules handlingRules(CurrentRouter router, Precedents precedents, CurrentRegistry registry) {
        return new HandlingRules(router, precedents, registry);
    }

    @Bean
    Precedents precedents(CurrentRegistry registry) {
        return new Precedents(registry);
    }

    /** Hears every ruling, whichever instance said it, and which of them the desk withdrew (precedents). */
    @Bean
    Bulletin precedentBulletin(Precedents precedents, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return Bulletin.byKey(
                Precedents.TOPIC,
                servers,
                (key, told) -> told.ifPresent(json -> {
                    if (Withdrawal.isKey(key)) {
                        precedents.learn(WireJson.MAPPER.readValue(json, Withdrawal.class));
                    } else {
                        precedents.learn(WireJson.MAPPER.readValue(json, Precedent.class));
                    }
                }));
    }

    /** Hears every complaint-submitted, whichever instance has it in its line; puts word of repeats into their lines (routing.commands). */
    @Bean
    RepeatWatch repeatWatch(
            @Value("${spring.kafka.bootstrap-servers}") String servers,
            Commands broker,
            CommandJson<HandlingCommand> commands,
            HandlingRules rules,
            InstantSource clock) {
        return new RepeatWatch(servers, broker, commands, rules::placeOf, clock);
    }

    @Bean
    KafkaAdmin.NewTopics precedentTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(Precedents.TOPIC)
                .partitions(1)
                .replicas(replicas)
                .compact()
                .build());
    }

    @Bean
    Tables tables() {
        return new Tables();
    }

    @Bean
    Casebook<Handling> casebook(MongoDatabase database) {
        return new Casebook<>(database, Handling.class);
    }

    @Bean
    CommandJson<HandlingCommand> handlingCommands() {
        return new CommandJson<>(HandlingCommand.class);
    }

    @Bean
    CommandGate<HandlingCommand> gate(
            Commands commands, CommandJson<HandlingCommand> json, Casebook<Handling> casebook, InstantSource clock) {
        return new CommandGate<>(commands, json, casebook, clock);
    }

    @Bean
    KeyWriter keyWriter(Secret secret, KeyRing ring, Commands broker) {
        return new KeyWriter(secret, ring, broker);
    }
}
