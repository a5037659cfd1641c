package id.pintu.support.deadletters;

import id.pintu.processing.deadletters.DeadLetterTopic;
import id.pintu.processing.deadletters.DeadLetterWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the work with dead letters. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

    /** Gauge: number of open dead letters of all services. */
    static final String METRIC = "pintu.dead.letters.open";

    /** Consumes {@code complaints.dead}, in every instance. */
    @Bean
    DeadLetterTopic deadLetterTopic(@Value("${spring.kafka.bootstrap-servers}") String servers) {
        return new DeadLetterTopic(servers);
    }

    /** Emits what is replayed to its topic, and closures ({@code complaints.dead}). */
    @Bean
    DeadLetterWriter deadLetterWriter(
            DeadLetterTopic topic,
            @Value("${pintu.service}") String service,
            @Value("${spring.kafka.bootstrap-servers}") String servers,
            InstantSource clock) {
        return new DeadLetterWriter(topic, service, servers, clock);
    }

    @Bean
    MeterBinder deadLetterMeter(DeadLetterTopic topic) {
        return registry -> Gauge.builder(METRIC, topic, DeadLetterTopic::openCount)
                .description("Records that could not be processed and are neither replayed nor dismissed")
                .register(registry);
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
