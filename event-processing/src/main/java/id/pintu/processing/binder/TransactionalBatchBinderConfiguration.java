package id.pintu.processing.binder;

import id.pintu.processing.topics.KafkaClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the binder, in an application context of its own below the service's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransactionalBatchBinderProperties.class)
class TransactionalBatchBinderConfiguration {

    private static final Logger log = LoggerFactory.getLogger(TransactionalBatchBinderConfiguration.class);

    @Bean
    TransactionalBatchBinder transactionalBatchBinder(
            TransactionalBatchBinderProperties properties,
            KafkaClients clients,
            ObjectProvider<ConsumedRecordFilter> filter,
            ObjectProvider<MeterRegistry> meters) {
        return new TransactionalBatchBinder(
                properties,
                clients,
                filter.getIfUnique(ConsumedRecordFilter::none),
                consumer -> meters.ifUnique(registry -> new KafkaClientMetrics(consumer).bindTo(registry)),
                TransactionalBatchBinderConfiguration::halt);
    }

    /** Health of the consumers: down while one of them fails. */
    @Bean
    HealthIndicator transactionalBatchHealthIndicator(TransactionalBatchBinder binder) {
        return () -> {
            Health.Builder health = binder.failures().isEmpty() ? Health.up() : Health.down();
            return health.withDetails(binder.failures()).build();
        };
    }

    /** Halts an instance that another one has replaced; its supervisor restarts it. */
    private static void halt() {
        log.error("another process has joined as this instance (pintu.instance); halting");
        Runtime.getRuntime().halt(70);
    }
}
