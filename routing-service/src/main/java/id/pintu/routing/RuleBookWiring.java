package id.pintu.routing;

import id.pintu.house.start.AtStart;
import id.pintu.house.versions.Beginning;
import id.pintu.house.versions.VersionWriter;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.kafka.LedgerReading;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.rulebooks.CurrentRouter;
import id.pintu.routing.rulebooks.RulesInForce;
import id.pintu.routing.rulebooks.Trial;
import id.pintu.routing.rulebooks.WarmUp;
import id.pintu.routing.school.Lessons;
import id.pintu.routing.school.Schoolmaster;
import id.pintu.routing.whatif.Edition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** The rule book: its editions, the one that holds, and trying a draft. */
@Configuration(proxyBeanMethods = false)
class RuleBookWiring {

    /** Hears every edition of the rule book, whichever instance wrote it (rulebooks.history). */
    @Bean
    VersionedTopic<Edition> ruleBookTopic(@Value("${spring.kafka.bootstrap-servers}") String servers) {
        return new VersionedTopic<>(RulesInForce.TOPIC, Edition.class, servers);
    }

    /** Says new editions, each with who, when and why (rulebooks, rulebooks.history). */
    @Bean
    VersionWriter<Edition> ruleBookWriter(VersionedTopic<Edition> topic) {
        return new VersionWriter<>(topic);
    }

    @Bean
    AtStart firstEdition(VersionedTopic<Edition> topic, Tables tables, InstantSource clock) {
        return new Beginning<>(
                        topic, Map.of(RulesInForce.KEY, new Edition(tables.ruleBookText(), Instant.EPOCH)), clock)
                .atStart();
    }

    @Bean
    RulesInForce rulesInForce(
            VersionedTopic<Edition> topic, CurrentRegistry registry, Tables tables, InstantSource clock) {
        return new RulesInForce(topic, registry, tables, clock);
    }

    @Bean
    CurrentRouter router(RulesInForce rules, Schoolmaster schoolmaster) {
        return new CurrentRouter(rules, schoolmaster);
    }

    @Bean
    AtStart warmUp(CurrentRouter router, InstantSource clock) {
        return new WarmUp(router, clock).atStart();
    }

    @Bean
    Schoolmaster schoolmaster(RulesInForce rules, Lessons lessons, InstantSource clock, RoutingProperties properties) {
        return new Schoolmaster(rules, lessons, clock).every(properties.learnEvery());
    }

    /** Hears the ledger from its beginning, whenever a draft is tried. */
    @Bean
    Trial trial(CurrentRouter router, @Value("${spring.kafka.bootstrap-servers}") String servers, InstantSource clock) {
        return new Trial(router, new LedgerReading(servers), clock);
    }

    @Bean
    KafkaAdmin.NewTopics ruleBookTopics(@Value("${pintu.replicas}") int replicas) {
        return VersionedTopic.topics(RulesInForce.TOPIC, replicas);
    }
}
