package id.pintu.portal;

import id.pintu.events.TopicNames;
import id.pintu.portal.kafka.OversightLedgerReader;
import id.pintu.portal.oversight.ComplaintFactTable;
import id.pintu.portal.supervision.SupervisedInstitutionIndex;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.versions.VersionedTopic;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of what oversight figures are counted from, in every instance: the whole ledger, and the registry. */
@Configuration(proxyBeanMethods = false)
class OversightConfiguration {

    @Bean
    ComplaintFactTable complaintFactTable() {
        return new ComplaintFactTable();
    }

    /** Consumes all partitions of the ledger, in every instance and without a group (oversight-facts); emits nothing. */
    @Bean
    OversightLedgerReader oversightLedgerReader(KafkaClients clients, InstantSource clock, ComplaintFactTable facts) {
        return new OversightLedgerReader(clients, clock, facts);
    }

    @Bean
    SupervisedInstitutionIndex supervisedInstitutionIndex() {
        return new SupervisedInstitutionIndex();
    }

    /** Consumes the registry of routing-service, in every instance (registry); emits nothing. */
    @Bean
    CompactedTopicReader supervisedInstitutionReader(SupervisedInstitutionIndex institutions, KafkaClients clients) {
        return CompactedTopicReader.byKey(TopicNames.REGISTRY, clients, institutions::handle);
    }

    /** The topic of the registry, with the settings of routing-service; the service that starts first creates it. */
    @Bean
    KafkaAdmin.NewTopics supervisedRegistryTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(VersionedTopic.lastVersionTopic(TopicNames.REGISTRY, replicas));
    }
}
