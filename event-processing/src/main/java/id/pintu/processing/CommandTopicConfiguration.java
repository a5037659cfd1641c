package id.pintu.processing;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of a service that takes commands: its topics of commands and of replies, and the replies' reader. */
@Configuration(proxyBeanMethods = false)
public class CommandTopicConfiguration {

    /**
     * The commands have as many partitions as the ledger, so that one consumer gets a complaint's commands and events, and no
     * retention limit, so that an acknowledged command survives any downtime of its service. A reply is worth as much as the
     * request that waits for it.
     */
    @Bean
    KafkaAdmin.NewTopics commandTopics(
            @Value("${pintu.service}") String service,
            @Value("${pintu.partitions}") int partitions,
            @Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(TopicNames.commandTopic(service))
                        .partitions(partitions)
                        .replicas(replicas)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build(),
                TopicBuilder.name(TopicNames.replyTopic(service))
                        .partitions(1)
                        .replicas(replicas)
                        .config(
                                TopicConfig.RETENTION_MS_CONFIG,
                                String.valueOf(Duration.ofHours(1).toMillis()))
                        .build());
    }

    @Bean
    CommandReplyReader commandReplyReader(
            @Value("${pintu.service}") String service, KafkaClients clients, CommandSender sender) {
        return new CommandReplyReader(service, clients, sender.replies());
    }
}
