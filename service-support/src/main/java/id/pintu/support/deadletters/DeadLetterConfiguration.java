package id.pintu.support.deadletters;

import id.pintu.processing.deadletters.DeadLetterTopic;
import id.pintu.processing.deadletters.DeadLetterWriter;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.UnreadableRecord;
import id.pintu.processing.topics.UnreadableRecordSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the work with dead letters, and of what shows unreadable records of other topics. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

    /** Gauge: number of open dead letters of all services. */
    static final String METRIC = "pintu.dead.letters.open";

    /**
     * Gauge: number of records of the compacted and versioned topics that this service cannot use. They are no dead letters:
     * every instance reads these topics from their beginning at each start, and would write each again.
     */
    static final String UNREADABLE_METRIC = "pintu.unreadable.records";

    private static final int MAX_LISTED_RECORDS = 20;

    /** Consumes {@code complaints.dead}, in every instance. */
    @Bean
    DeadLetterTopic deadLetterTopic(KafkaClients clients) {
        return new DeadLetterTopic(clients);
    }

    /** Emits what is replayed to its topic, and closures ({@code complaints.dead}). */
    @Bean
    DeadLetterWriter deadLetterWriter(
            DeadLetterTopic topic,
            @Value("${pintu.service}") String service,
            KafkaClients clients,
            InstantSource clock) {
        return new DeadLetterWriter(topic, service, clients, clock);
    }

    @Bean
    MeterBinder deadLetterMeter(DeadLetterTopic topic) {
        return registry -> Gauge.builder(METRIC, topic, DeadLetterTopic::openCount)
                .description("Records that could not be processed and are neither replayed nor dismissed")
                .register(registry);
    }

    @Bean
    MeterBinder unreadableRecordMeter(ObjectProvider<UnreadableRecordSource> topics) {
        return registry -> Gauge.builder(UNREADABLE_METRIC, topics, DeadLetterConfiguration::unreadableCount)
                .description("Records of the topics this service keeps in memory that it cannot use")
                .register(registry);
    }

    /** Always up: the service works with what it can use. The details tell where the first of them are, and why. */
    @Bean
    HealthIndicator unreadableRecordsHealthIndicator(ObjectProvider<UnreadableRecordSource> topics) {
        return () -> Health.up()
                .withDetail("count", unreadableCount(topics))
                .withDetail(
                        "records", unreadable(topics).limit(MAX_LISTED_RECORDS).toList())
                .build();
    }

    private static long unreadableCount(ObjectProvider<UnreadableRecordSource> topics) {
        return unreadable(topics).count();
    }

    private static Stream<UnreadableRecord> unreadable(ObjectProvider<UnreadableRecordSource> topics) {
        return topics.stream().flatMap(topic -> topic.unreadableRecords().stream());
    }

    /** Always up: a restart would mend nothing. The details tell how many are open, by kind. */
    @Bean
    HealthIndicator deadLettersHealthIndicator(DeadLetterTopic topic) {
        return () -> Health.up()
                .withDetail("open", topic.openCount())
                .withDetail("byKind", topic.openByKind())
                .build();
    }
}
