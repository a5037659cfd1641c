package id.pintu.routing;

import id.pintu.processing.CommandSender;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.pending.PendingActIndex;
import id.pintu.routing.pending.PendingActScheduler;
import id.pintu.routing.pending.PendingActService;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the acts that can be undone for a few seconds. */
@Configuration(proxyBeanMethods = false)
class PendingActConfiguration {

    private static final Duration EXECUTED_EVERY = Duration.ofMillis(250);

    @Bean
    PendingActIndex pendingActs() {
        return new PendingActIndex();
    }

    /** Consumes acts that wait, in every instance (routing.pending); emits nothing. */
    @Bean
    CompactedTopicReader pendingActTopicReader(PendingActIndex acts, KafkaClients clients) {
        return CompactedTopicReader.byKey(PendingActIndex.TOPIC, clients, acts::apply);
    }

    /** Consumes nothing; emits acts that wait and their ends (routing.pending), and their commands (routing.commands). */
    @Bean
    PendingActService pendingActService(PendingActIndex acts, CommandSender sender, InstantSource clock) {
        return new PendingActService(acts, sender, clock);
    }

    @Bean
    PendingActScheduler pendingActScheduler(PendingActService acts) {
        return new PendingActScheduler(acts, EXECUTED_EVERY);
    }

    @Bean
    KafkaAdmin.NewTopics pendingActTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(CompactedTopicReader.topic(PendingActIndex.TOPIC, replicas));
    }
}
