package id.pintu.house;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import id.pintu.events.Topics;
import id.pintu.house.http.Problems;
import id.pintu.house.keys.KeySecurity;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.Commands;
import id.pintu.house.ledger.Restore;
import id.pintu.house.openapi.OpenApiDocument;
import id.pintu.house.start.AtStart;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Moves a service into the house: its clock, its database, the topics every room needs, and a listener that retries an
 * outage with patience and dies when it is fenced. Settings live in {@code house.yml}.
 */
@Configuration(proxyBeanMethods = false)
@Import({KeySecurity.class, OpenApiDocument.class, Problems.class})
public class HouseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(HouseConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    MongoDatabase database(MongoClient mongo, @Value("${spring.application.name}") String application) {
        return mongo.getDatabase("pintu_" + application.replace("-service", ""));
    }

    /** The store is there when it answers a ping; every store knows that one. */
    @Bean
    HealthIndicator storeHealthIndicator(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }

    @Bean(destroyMethod = "close")
    Commands commands(
            @Value("${pintu.service}") String service, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return new Commands(service, servers);
    }

    /** On by default only where the document store forgets, in the all-in-one; on a real MongoDB it is a command. */
    @Bean
    @ConditionalOnProperty("pintu.restore")
    AtStart restore(Clerk<?> clerk, @Value("${spring.kafka.bootstrap-servers}") String servers) {
        return new Restore(clerk, servers).atStart();
    }

    /** As many partitions as the ledger: a complaint's commands and events meet in one consumer. Kept: an acknowledged command waits, however long its service is down. */
    @Bean
    KafkaAdmin.NewTopics commandTopic(
            ObjectProvider<CommandJson<?>> takesCommands,
            @Value("${pintu.service}") String service,
            @Value("${pintu.partitions}") int partitions,
            @Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(takesCommands.stream()
                .map(json -> TopicBuilder.name(Topics.commands(service))
                        .partitions(partitions)
                        .replicas(replicas)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build())
                .toArray(NewTopic[]::new));
    }

    @Bean
    KafkaAdmin.NewTopics houseTopics(
            @Value("${pintu.partitions}") int partitions, @Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(Topics.COMPLAINTS)
                        .partitions(partitions)
                        .replicas(replicas)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build(),
                TopicBuilder.name(Topics.REPORTERS)
                        .partitions(partitions)
                        .replicas(replicas)
                        .compact()
                        .build(),
                TopicBuilder.name(Topics.DEAD)
                        .partitions(1)
                        .replicas(replicas)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build());
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patientListeners() {
        return (container, destination, group) -> {
            ContainerProperties properties = container.getContainerProperties();
            properties.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
            properties.setStopContainerWhenFenced(true);
            ExponentialBackOff patience = new ExponentialBackOff(200, 2);
            patience.setMaxInterval(10_000);
            container.setAfterRollbackProcessor(new DefaultAfterRollbackProcessor<>((record, e) -> {}, patience));
        };
    }

    /** A fenced instance has a successor; it must not linger. Its supervisor starts it afresh. */
    @Bean
    ApplicationListener<ConsumerStoppedEvent> dieWhenFenced() {
        return stopped -> {
            if (stopped.getReason() == ConsumerStoppedEvent.Reason.FENCED) {
                log.error("fenced: another instance has taken this one's place; halting");
                Runtime.getRuntime().halt(70);
            }
        };
    }
}
