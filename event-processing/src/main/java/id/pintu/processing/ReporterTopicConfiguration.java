package id.pintu.processing;

import id.pintu.events.TopicNames;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the two services that may use the topic of the reporters' contacts: it writes, or reads them. */
@Configuration(proxyBeanMethods = false)
public class ReporterTopicConfiguration {

    @Bean
    KafkaAdmin.NewTopics reporterTopic(
            @Value("${pintu.partitions}") int partitions, @Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(TopicNames.REPORTERS)
                .partitions(partitions)
                .replicas(replicas)
                .compact()
                .build());
    }
}
