package id.pintu.processing.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.startup.StartupTask;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Spring configuration of MongoDB: the database of the service, writes that a majority of the replica set acknowledges, a
 * bounded pool, time-outs for everything, and the indexes of {@link IndexedCollection}s.
 */
@Configuration(proxyBeanMethods = false)
public class MongoConfiguration {

    @Bean
    MongoDatabase database(MongoClient mongo, @Value("${spring.application.name}") String application) {
        return mongo.getDatabase("pintu_" + application.replace("-service", ""));
    }

    /**
     * An operation that MongoDB does not answer in time is an outage: an HTTP request gets 503 and a batch is delivered
     * again. Without these settings the driver waits 30 s for a server, two minutes for a connection, and for ever for an
     * answer.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer mongoLimits(
            @Value("${pintu.mongodb.server-selection-timeout}") Duration serverSelection,
            @Value("${pintu.mongodb.connect-timeout}") Duration connect,
            @Value("${pintu.mongodb.read-timeout}") Duration read,
            @Value("${pintu.mongodb.max-connections}") int maxConnections,
            @Value("${pintu.mongodb.max-wait}") Duration maxWait) {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(serverSelection.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(connect.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(read.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(maxConnections).maxWaitTime(maxWait.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Bean
    StartupTask indexCreation(MongoDatabase database, ObjectProvider<IndexedCollection> collections) {
        return new StartupTask(
                StartupPhases.INDEXES,
                () -> collections.stream()
                        .flatMap(each -> each.indexes().stream())
                        .forEach(index -> index.createIn(database)));
    }
}
