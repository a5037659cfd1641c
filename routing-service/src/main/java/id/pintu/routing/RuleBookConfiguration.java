package id.pintu.routing;

import id.pintu.processing.startup.StartupTask;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.versions.TopicSeeder;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedTopicWriter;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.kafka.LedgerScanner;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.rulebooks.ActiveRuleBookProvider;
import id.pintu.routing.rulebooks.CurrentRouterProvider;
import id.pintu.routing.rulebooks.DraftRulesEvaluator;
import id.pintu.routing.rulebooks.RouterRefreshScheduler;
import id.pintu.routing.rulebooks.RouterWarmUp;
import id.pintu.routing.rules.RuleBookEdition;
import id.pintu.routing.training.ModelRetrainScheduler;
import id.pintu.routing.training.ModelRetrainer;
import id.pintu.routing.training.TrainingExampleRepository;
import id.pintu.routing.training.UnitDispositionRepository;
import id.pintu.routing.training.UnitModelProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the rule book: its editions, the current router with its model, and drafts. */
@Configuration(proxyBeanMethods = false)
class RuleBookConfiguration {

    private static final Duration UNIT_MODEL_CHECKED_EVERY = Duration.ofMinutes(5);
    private static final Duration UNIT_MODEL_PATIENCE = Duration.ofSeconds(1);

    /** Consumes every edition of the rule book, in every instance (rulebooks.history); emits nothing. */
    @Bean
    VersionedTopic<RuleBookEdition> ruleBookTopic(KafkaClients clients) {
        return new VersionedTopic<>(ActiveRuleBookProvider.TOPIC, RuleBookEdition.class, clients);
    }

    /** Consumes nothing; emits new editions with author, time and reason (rulebooks, rulebooks.history). */
    @Bean
    VersionedTopicWriter<RuleBookEdition> ruleBookWriter(VersionedTopic<RuleBookEdition> topic) {
        return new VersionedTopicWriter<>(topic);
    }

    @Bean
    StartupTask ruleBookTopicSeeder(
            VersionedTopic<RuleBookEdition> topic, BundledTablesLoader tables, InstantSource clock) {
        return new TopicSeeder<>(
                        topic,
                        Map.of(ActiveRuleBookProvider.KEY, new RuleBookEdition(tables.ruleBookText(), Instant.EPOCH)),
                        clock)
                .asStartupTask();
    }

    @Bean
    ActiveRuleBookProvider activeRuleBook(
            VersionedTopic<RuleBookEdition> topic,
            CurrentRegistryHolder registry,
            BundledTablesLoader tables,
            InstantSource clock) {
        return new ActiveRuleBookProvider(topic, registry, tables, clock);
    }

    @Bean
    CurrentRouterProvider router(ActiveRuleBookProvider rules, ModelRetrainer modelRetrainer) {
        return new CurrentRouterProvider(rules, modelRetrainer);
    }

    @Bean
    RouterRefreshScheduler routerRefreshScheduler(CurrentRouterProvider router, RoutingProperties properties) {
        return new RouterRefreshScheduler(router, properties.refreshEvery());
    }

    @Bean
    StartupTask warmUp(CurrentRouterProvider router, InstantSource clock) {
        return new RouterWarmUp(router, clock).asStartupTask();
    }

    @Bean
    ModelRetrainer modelRetrainer(
            ActiveRuleBookProvider rules, TrainingExampleRepository labelledReports, InstantSource clock) {
        return new ModelRetrainer(rules, labelledReports, clock);
    }

    @Bean
    ModelRetrainScheduler modelRetrainScheduler(ModelRetrainer modelRetrainer, RoutingProperties properties) {
        return new ModelRetrainScheduler(modelRetrainer, properties.learnEvery());
    }

    @Bean
    UnitModelProvider unitModelProvider(
            UnitDispositionRepository dispositions, CurrentRouterProvider router, InstantSource clock) {
        return new UnitModelProvider(
                dispositions, () -> router.get().analyzer(), clock, UNIT_MODEL_CHECKED_EVERY, UNIT_MODEL_PATIENCE);
    }

    /** Consumes the ledger from its beginning for each comparison of a draft (complaints); emits nothing. */
    @Bean
    DraftRulesEvaluator draftRulesEvaluator(CurrentRouterProvider router, KafkaClients clients, InstantSource clock) {
        return new DraftRulesEvaluator(router, new LedgerScanner(clients), clock);
    }

    @Bean
    KafkaAdmin.NewTopics ruleBookTopics(@Value("${pintu.replicas}") int replicas) {
        return VersionedTopic.topics(ActiveRuleBookProvider.TOPIC, replicas);
    }
}
