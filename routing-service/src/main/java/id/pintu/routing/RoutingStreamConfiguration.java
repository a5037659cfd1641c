package id.pintu.routing;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.deadletters.DeadLetterTopic;
import id.pintu.processing.deadletters.DeadLetterWriter;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.actions.AgencyActionParser;
import id.pintu.routing.actions.AgencyActionValidator;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.handling.ConversationMessage;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingDecider;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.RulingPrecedentIndex;
import id.pintu.routing.handling.RulingPrecedentIndex.PrecedentWithdrawal;
import id.pintu.routing.handling.RulingPrecedentIndex.RulingPrecedent;
import id.pintu.routing.kafka.AgencyActionConsumer;
import id.pintu.routing.kafka.RepeatDetectionConsumer;
import id.pintu.routing.mongo.ConversationRepository;
import id.pintu.routing.mongo.DeskQueueStore;
import id.pintu.routing.mongo.FailedComplaintQueue;
import id.pintu.routing.mongo.IncidentIndex;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.rulebooks.CurrentRouterProvider;
import id.pintu.routing.training.TrainingExampleRepository;
import id.pintu.routing.training.UnitDispositionRepository;
import id.pintu.support.audit.AuditLog;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.InstitutionKeyIssuer;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the streams of routing-service: one line for each bean that consumes or emits records. */
@Configuration(proxyBeanMethods = false)
class RoutingStreamConfiguration {

    /** Consumes complaint-submitted, events that end or reopen a complaint and its own events (complaints), and commands of institutions, the desk and other complaints (routing.commands); emits assignments and handling events (complaints), each assignment to its institution's feed (agency.CODE), commands that open the parts of a split complaint (routing.commands), and rulings (precedents). */
    @Bean
    EventProcessor<HandlingState> routing(
            HandlingDecider decider,
            SnapshotStore<HandlingState> snapshots,
            CommandCodec<HandlingCommand> commands,
            DeskQueueStore deskQueue,
            IncidentIndex incidents,
            TrainingExampleRepository trainingExamples,
            UnitDispositionRepository dispositions,
            ConversationRepository conversations,
            InstantSource clock) {
        DerivedRecordFactory records = new DerivedRecordFactory(commands);
        return EventProcessor.of("routing", decider, snapshots, clock)
                .withCommands(commands, decider)
                .withDocuments(conversations.messages(), ConversationMessage::documents)
                .withDerivedRecords(records::derive)
                .withRefusalRecords(records::refusal)
                .withAfterSaveListener(changed -> {
                    deskQueue.updateFrom(changed);
                    incidents.updateFrom(changed);
                    trainingExamples.updateFrom(changed);
                    dispositions.updateFrom(changed);
                });
    }

    /** The complaints with an open dead letter, whichever service wrote it. */
    @Bean
    FailedComplaintQueue failedComplaintQueue(
            DeadLetterTopic deadLetters, DeadLetterWriter writer, SnapshotStore<HandlingState> snapshots) {
        return new FailedComplaintQueue(
                deadLetters::openByComplaint,
                (letter, by, reason) -> writer.dismiss(letter.id(), by, reason),
                snapshots);
    }

    @Bean
    ConversationRepository conversationRepository(MongoDatabase database) {
        return new ConversationRepository(database);
    }

    @Bean
    HandlingDecider handlingDecider(
            CurrentRouterProvider router, RulingPrecedentIndex precedents, CurrentRegistryHolder registry) {
        return new HandlingDecider(router, precedents, registry);
    }

    @Bean
    RulingPrecedentIndex precedents(CurrentRegistryHolder registry) {
        return new RulingPrecedentIndex(registry);
    }

    /** Consumes rulings and their withdrawals, in every instance (precedents); emits nothing. */
    @Bean
    CompactedTopicReader precedentTopicReader(RulingPrecedentIndex precedents, KafkaClients clients) {
        return CompactedTopicReader.byKey(
                RulingPrecedentIndex.TOPIC,
                clients,
                (key, value) -> value.ifPresent(json -> {
                    if (PrecedentWithdrawal.isKey(key)) {
                        precedents.add(WireJsonMapper.MAPPER.readValue(json, PrecedentWithdrawal.class));
                    } else {
                        precedents.add(WireJsonMapper.MAPPER.readValue(json, RulingPrecedent.class));
                    }
                }));
    }

    /** Consumes complaint-submitted of all partitions, in every instance (complaints); emits commands that link repeats to the first report of an incident (routing.commands). */
    @Bean
    RepeatDetectionConsumer repeatDetectionConsumer(
            KafkaClients clients,
            CommandSender sender,
            CommandCodec<HandlingCommand> commands,
            CurrentRouterProvider router,
            InstantSource clock) {
        return new RepeatDetectionConsumer(
                clients, sender, commands, report -> router.get().regionCodeOf(report), clock);
    }

    /** Consumes the actions that institutions write (agency-actions.CODE); emits commands (routing.commands), and refusals of what is no action (agency.CODE). */
    @Bean
    AgencyActionConsumer agencyActionConsumer(
            KafkaClients clients,
            CommandSender sender,
            CommandCodec<HandlingCommand> commands,
            AgencyActionParser parser,
            AgencyActionValidator validator,
            SnapshotStore<HandlingState> snapshots,
            CurrentRegistryHolder registry,
            AuditLog audit,
            InstantSource clock) {
        return new AgencyActionConsumer(
                clients, sender, commands, parser, validator, snapshots, registry, audit, clock);
    }

    @Bean
    KafkaAdmin.NewTopics precedentTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(CompactedTopicReader.topic(RulingPrecedentIndex.TOPIC, replicas));
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
            CommandSender sender,
            CommandCodec<HandlingCommand> codec,
            SnapshotStore<HandlingState> snapshots,
            InstantSource clock) {
        return new CommandGateway<>(sender, codec, snapshots, clock);
    }

    @Bean
    InstitutionKeyIssuer keyIssuer(InstallationSecrets secrets, InstitutionKeyIndex keys, CommandSender sender) {
        return new InstitutionKeyIssuer(secrets, keys, sender);
    }
}
