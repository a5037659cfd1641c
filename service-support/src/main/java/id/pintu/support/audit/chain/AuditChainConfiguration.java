package id.pintu.support.audit.chain;

import com.mongodb.client.MongoDatabase;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.audit.record.AuditHashes;
import id.pintu.support.keys.InstallationSecrets;
import java.time.InstantSource;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the one service that keeps the chain of the audit log, and shows it. */
@Configuration(proxyBeanMethods = false)
@Import(AuditController.class)
public class AuditChainConfiguration {

    /** Transactional id of every instance that keeps the chain. */
    public static final String TRANSACTIONAL_ID = "audit-chain";

    @Bean
    AuditHashes auditHashes(InstallationSecrets secrets) {
        return AuditHashing.of(secrets);
    }

    /** Consumes what the services recorded (audit-entries); emits the chain (audit). */
    @Bean
    ConsumerLoop auditChain(
            @Value("${pintu.service}") String service, KafkaClients clients, AuditHashes hashes, InstantSource clock) {
        AuditChainTask task = new AuditChainTask(service + "-audit", clients, hashes, clock);
        return new ConsumerLoop("audit-chain", StartupPhases.TIMERS, task, task::subscribe);
    }

    @Bean
    AuditRecordStore auditRecordStore(MongoDatabase database) {
        return new AuditRecordStore(database);
    }

    /** Consumes the chain (audit); emits nothing. */
    @Bean
    AuditRecordReader auditRecordReader(KafkaClients clients, AuditRecordStore store, AuditHashes hashes) {
        return new AuditRecordReader(clients, store, hashes);
    }

    @Bean
    KafkaAdmin.NewTopics auditTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(AuditTopics.CHAIN)
                .partitions(1)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.RETENTION_BYTES_CONFIG, "-1")
                .build());
    }
}
