package id.pintu.processing;

import id.pintu.events.TopicNames;
import id.pintu.processing.binder.ConsumedRecordFilter;
import id.pintu.processing.mongo.MongoConfiguration;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.startup.StartupTask;
import id.pintu.processing.topics.KafkaClients;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Spring configuration of event processing: database, shared topics, rebuild of snapshots at start,
 * and which records the binder passes on. Settings: {@code service-defaults.yml}.
 */
@Configuration(proxyBeanMethods = false)
@Import(MongoConfiguration.class)
public class EventProcessingConfiguration {

    /** Clients with the connection of Spring Boot's {@code spring.kafka}, which {@link KafkaAdmin} has. */
    @Bean
    KafkaClients kafkaClients(KafkaAdmin admin) {
        return new KafkaClients(admin.getConfigurationProperties());
    }

    /** Tells the processors which records the broker would refuse: refused in the transaction, they would stop the stream. */
    @Bean
    SmartInitializingSingleton recordLimit(
            ObjectProvider<EventProcessor<?>> processors, @Value("${pintu.max-record-bytes}") int maxRecordBytes) {
        return () -> processors.forEach(processor -> processor.limitRecords(maxRecordBytes));
    }

    @Bean
    SmartInitializingSingleton snapshotLimit(
            ObjectProvider<SnapshotStore<?>> stores, @Value("${pintu.max-snapshot-bytes}") int maxSnapshotBytes) {
        return () -> stores.forEach(store -> store.limitBytes(maxSnapshotBytes));
    }

    @Bean
    SmartInitializingSingleton commandReplies(ObjectProvider<EventProcessor<?>> processors, CommandSender sender) {
        return () -> processors.forEach(processor -> processor.replyThrough(sender.replies()));
    }

    @Bean(destroyMethod = "close")
    CommandSender commandSender(
            @Value("${pintu.service}") String service,
            @Value("${pintu.instance}") String instance,
            KafkaClients clients) {
        return new CommandSender(service, instance, clients);
    }

    /** The all-in-one sets the property where its documents are not whole; on a real MongoDB an operator does. */
    @Bean
    @ConditionalOnProperty("pintu.rebuild-at-start")
    StartupTask snapshotRebuild(ObjectProvider<EventProcessor<?>> processors, KafkaClients clients) {
        return new StartupTask(
                StartupPhases.SNAPSHOT_REBUILD,
                () -> processors.forEach(processor -> new SnapshotRebuild(processor, clients).rebuild()));
    }

    @Bean
    @ConditionalOnProperty(name = "pintu.uses-ledger", matchIfMissing = true)
    KafkaAdmin.NewTopics ledgerTopic(
            @Value("${pintu.partitions}") int partitions, @Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(permanent(TopicNames.COMPLAINTS, partitions, replicas));
    }

    @Bean
    KafkaAdmin.NewTopics deadLetterNewTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(permanent(TopicNames.DEAD_LETTERS, 1, replicas));
    }

    private static NewTopic permanent(String name, int partitions, int replicas) {
        return TopicBuilder.name(name)
                .partitions(partitions)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }

    @Bean
    ConsumedRecordFilter relevantRecordFilter(ObjectProvider<EventProcessor<?>> processors) {
        List<EventProcessor<?>> all = processors.stream().toList();
        return all.isEmpty() ? ConsumedRecordFilter.none() : new RelevantRecordFilter(all);
    }
}
