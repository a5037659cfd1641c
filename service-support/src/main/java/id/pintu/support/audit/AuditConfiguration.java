package id.pintu.support.audit;

import id.pintu.processing.topics.KafkaClients;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring configuration of the audit log in a service: a filter in each of its security chains, and an interceptor. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    /** Longer than the service that keeps the chain may be away; afterwards the chain has the entries. */
    private static final Duration ENTRIES_RETENTION = Duration.ofDays(90);

    @Bean(destroyMethod = "close")
    AuditLog auditLog(
            @Value("${pintu.service}") String service,
            KafkaClients clients,
            InstantSource clock,
            MeterRegistry meters) {
        Counter lost = Counter.builder("pintu.audit.refusals.lost")
                .description("refused attempts that could not be written to the audit log")
                .register(meters);
        return new AuditLog(service, AuditLog.producer(clients), clock, lost::increment);
    }

    @Bean
    AuditTrail auditTrail(
            AuditLog log,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        return new AuditTrail(
                new AuditFilter(log, new RefusalLimiter(TimeMeter.SYSTEM_MILLISECONDS), handlers::getObject));
    }

    /**
     * The filter is no bean, or Spring Boot would also register it outside of Spring Security; the bean is this.
     *
     * <p>Writes how many refusals were left out, once a minute.
     */
    static final class AuditTrail implements AutoCloseable {

        private final AuditFilter filter;
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("audit-left-out").factory());

        @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
        AuditTrail(AuditFilter filter) {
            this.filter = filter;
            timer.scheduleWithFixedDelay(filter::recordLeftOut, 1, 1, TimeUnit.MINUTES);
        }

        AuditFilter filter() {
            return filter;
        }

        @Override
        public void close() {
            timer.shutdownNow();
        }
    }

    /** Adds the filter to each chain of the service, whatever signs in there. */
    @Bean
    Customizer<HttpSecurity> auditOfRequests(AuditTrail trail) {
        return http -> http.addFilterAfter(trail.filter(), SecurityContextHolderFilter.class);
    }

    @Bean
    WebMvcConfigurer auditOfLooks(AuditLog log) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PersonalDataInterceptor(log));
            }
        };
    }

    @Bean
    KafkaAdmin.NewTopics auditEntriesTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(AuditTopics.ENTRIES)
                .partitions(1)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(ENTRIES_RETENTION.toMillis()))
                .build());
    }
}
