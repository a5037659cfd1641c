package id.pintu.support;

import com.mongodb.client.MongoDatabase;
import id.pintu.processing.EventProcessingConfiguration;
import id.pintu.support.access.AccessSecurityConfiguration;
import id.pintu.support.accounts.AccessTokenConfiguration;
import id.pintu.support.audit.AuditConfiguration;
import id.pintu.support.deadletters.DeadLetterConfiguration;
import id.pintu.support.deadletters.DeadLetterController;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.http.RequestInputConfiguration;
import id.pintu.support.keys.BearerKeyConfiguration;
import id.pintu.support.openapi.OpenApiConfiguration;
import id.pintu.support.tracing.TracingConfiguration;
import java.time.InstantSource;
import org.bson.Document;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All that services have in common, in one import: event processing, HTTP problems, access tokens and keys, access rules, the
 * audit log, OpenAPI, request tracing, a
 * clock, and a health check of MongoDB.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessSecurityConfiguration.class,
    AccessTokenConfiguration.class,
    BearerKeyConfiguration.class,
    AuditConfiguration.class,
    DeadLetterConfiguration.class,
    DeadLetterController.class,
    EventProcessingConfiguration.class,
    OpenApiConfiguration.class,
    ProblemExceptionHandler.class,
    RequestInputConfiguration.class,
    TracingConfiguration.class
})
public class ServiceSupportConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** MongoDB is up when it answers a ping, a command that every MongoDB-compatible store has. */
    @Bean
    HealthIndicator storeHealthIndicator(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }
}
