package id.pintu.routing;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.Topics;
import id.pintu.house.http.CommandGate;
import id.pintu.house.keys.KeyRing;
import id.pintu.house.keys.KeyWriter;
import id.pintu.house.keys.Secret;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.Commands;
import id.pintu.house.ledger.Saying;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.handling.Assignment;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingRules;
import id.pintu.routing.http.DeskTray;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.rulebooks.RulesInForce;
import id.pintu.routing.school.Lessons;
import id.pintu.routing.school.Schoolmaster;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything routing-service hears and says. */
@Configuration(proxyBeanMethods = false)
class RoutingFunctions {

    /** Hears complaint-submitted, how complaints end, and what institutions and the desk ask (routing.commands); says where complaints are and what was done (complaints), and each assignment to its institution's feed (agency.CODE). */
    @Bean
    Clerk<Handling> routing(
            HandlingRules rules,
            Casebook<Handling> casebook,
            CommandJson<HandlingCommand> commands,
            DeskTray desk,
            Lessons lessons,
            InstantSource clock) {
        return Clerk.of("routing", rules, casebook, clock)
                .taking(commands, rules)
                .copying(RoutingFunctions::feed)
                .telling(states -> {
                    desk.note(states);
                    lessons.note(states);
                });
    }

    private static List<Saying> feed(Handling state, ComplaintEvent said) {
        return said instanceof ComplaintRouted routed
                ? List.of(Saying.copy(
                        Topics.agency(routed.institution().code()),
                        Assignment.WIRE_NAME,
                        routed,
                        Assignment.of(routed, state).json()))
                : List.of();
    }

    @Bean
    HandlingRules handlingRules(Schoolmaster router, CurrentRegistry registry) {
        return new HandlingRules(router, registry);
    }

    @Bean
    Schoolmaster schoolmaster(RulesInForce rules, Lessons lessons, InstantSource clock, RoutingProperties properties) {
        return new Schoolmaster(rules, lessons, clock).every(properties.learnEvery());
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
