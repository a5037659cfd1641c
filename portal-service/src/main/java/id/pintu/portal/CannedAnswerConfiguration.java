package id.pintu.portal;

import id.pintu.portal.institution.OwnCannedAnswerIndex;
import id.pintu.processing.CommandSender;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the canned answers that institutions keep. */
@Configuration(proxyBeanMethods = false)
class CannedAnswerConfiguration {

    @Bean
    OwnCannedAnswerIndex ownCannedAnswerIndex(CommandSender sender) {
        return new OwnCannedAnswerIndex(sender);
    }

    /** Consumes canned answers, in every instance (canned-answers); emits nothing. */
    @Bean
    CompactedTopicReader cannedAnswerTopicReader(OwnCannedAnswerIndex answers, KafkaClients clients) {
        return CompactedTopicReader.byKey(OwnCannedAnswerIndex.TOPIC, clients, answers::handle);
    }

    @Bean
    KafkaAdmin.NewTopics cannedAnswerTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(CompactedTopicReader.topic(OwnCannedAnswerIndex.TOPIC, replicas));
    }
}
