package id.pintu.routing;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingDecider;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.PrecedentIndex;
import id.pintu.routing.handling.PrecedentIndex.PrecedentWithdrawal;
import id.pintu.routing.handling.PrecedentIndex.RulingPrecedent;
import id.pintu.routing.kafka.RepeatDetectionConsumer;
import id.pintu.routing.mongo.DeskQueueStore;
import id.pintu.routing.mongo.IncidentIndex;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.rulebooks.CurrentRouterProvider;
import id.pintu.routing.training.TrainingExampleRepository;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.InstitutionKeyIssuer;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Everything routing-service hears and says. */
@Configuration(proxyBeanMethods = false)
class RoutingStreamConfiguration {

    /** Hears complaint-submitted, how complaints end, and what institutions and the desk ask (routing.commands); says where complaints are and what was done (complaints), each assignment to its institution's feed (agency.CODE), the parts of a split complaint to their own lines (routing.commands), and rulings (precedents). */
    @Bean
    EventProcessor<HandlingState> routing(
            HandlingDecider rules,
            SnapshotStore<HandlingState> snapshots,
            CommandCodec<HandlingCommand> commands,
            DeskQueueStore deskQueue,
            IncidentIndex incidents,
            TrainingExampleRepository labelledReports,
            InstantSource clock) {
        return EventProcessor.of("routing", rules, snapshots, clock)
                .withCommands(commands, rules)
                .withDerivedRecords(new DerivedRecordFactory(commands)::derive)
                .withAfterSaveListener(changed -> {
                    deskQueue.updateFrom(changed);
                    incidents.updateFrom(changed);
                    labelledReports.updateFrom(changed);
                });
    }

    @Bean
    HandlingDecider handlingRules(
            CurrentRouterProvider router, PrecedentIndex precedents, CurrentRegistryHolder registry) {
        return new HandlingDecider(router, precedents, registry);
    }

    @Bean
    PrecedentIndex precedents(CurrentRegistryHolder registry) {
        return new PrecedentIndex(registry);
    }

    /** Hears every ruling, whichever instance said it, and which of them the desk withdrew (precedents). */
    @Bean
    CompactedTopicReader precedentTopicReader(
            PrecedentIndex precedents, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return CompactedTopicReader.byKey(
                PrecedentIndex.TOPIC,
                servers,
                (key, value) -> value.ifPresent(json -> {
                    if (PrecedentWithdrawal.isKey(key)) {
                        precedents.add(WireJsonMapper.MAPPER.readValue(json, PrecedentWithdrawal.class));
                    } else {
                        precedents.add(WireJsonMapper.MAPPER.readValue(json, RulingPrecedent.class));
                    }
                }));
    }

    /** Hears every complaint-submitted, whichever instance has it in its line; puts word of repeats into their lines (routing.commands). */
    @Bean
    RepeatDetectionConsumer repeatDetectionConsumer(
            @Value("${spring.kafka.bootstrap-servers}") String servers,
            CommandSender broker,
            CommandCodec<HandlingCommand> commands,
            HandlingDecider rules,
            InstantSource clock) {
        return new RepeatDetectionConsumer(servers, broker, commands, rules::regionCodeOf, clock);
    }

    @Bean
    KafkaAdmin.NewTopics precedentTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(PrecedentIndex.TOPIC)
                .partitions(1)
                .replicas(replicas)
                .compact()
                .build());
    }

    @Bean
    BundledTablesLoader tables() {
        return new BundledTablesLoader();
    }

    @Bean
    SnapshotStore<HandlingState> snapshotStore(MongoDatabase database) {
        return new SnapshotStore<>(database, HandlingState.class);
    }

    @Bean
    CommandCodec<HandlingCommand> commandCodec() {
        return new CommandCodec<>(HandlingCommand.class);
    }

    @Bean
    CommandGateway<HandlingCommand> commandGateway(
            CommandSender commands,
            CommandCodec<HandlingCommand> json,
            SnapshotStore<HandlingState> snapshots,
            InstantSource clock) {
        return new CommandGateway<>(commands, json, snapshots, clock);
    }

    @Bean
    InstitutionKeyIssuer keyIssuer(InstallationSecret secret, InstitutionKeyIndex ring, CommandSender broker) {
        return new InstitutionKeyIssuer(secret, ring, broker);
    }
}
