package id.pintu.processing.binder;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the binder.
 *
 * @param transactionIdPrefix of the transactional ids; the name of the consumer group is appended. Unique per instance of a
 *     service and stable over restarts
 * @param consumer Kafka's settings of the consumers
 * @param producer Kafka's settings of the transactional producers
 * @param resetOffsets consumer groups that read their topics from the beginning at this start
 */
@ConfigurationProperties("spring.cloud.stream.transactional-batch.binder")
record TransactionalBatchBinderProperties(
        String transactionIdPrefix,
        @DefaultValue Map<String, String> consumer,
        @DefaultValue Map<String, String> producer,
        @DefaultValue Map<String, Boolean> resetOffsets) {}
