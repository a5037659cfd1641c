package id.pintu.processing.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class MongoConfigurationTest {

    private final MongoConfiguration configuration = new MongoConfiguration();

    @Test
    void everythingIsBoundedAndAcknowledgedByAMajority() {
        MongoClientSettings settings = settings().build();

        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(5);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS))
                .isEqualTo(20);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.SECONDS))
                .isEqualTo(3);
    }

    @Test
    void indexesAreCreatedAtStartAndWritesAskForAMajority() {
        MongoServer server = new MongoServer(new MemoryBackend());
        List<BsonDocument> commands = new ArrayList<>();
        MongoClientSettings settings = settings()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommand().clone());
                    }
                })
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            beans.addBean("queue", (IndexedCollection) () -> List.of(CollectionIndex.of("desk", "queue", "turn")));

            configuration
                    .indexCreation(client.getDatabase("pintu_test"), beans.getBeanProvider(IndexedCollection.class))
                    .start();
            client.getDatabase("pintu_test").getCollection("desk").insertOne(new Document("_id", "a"));

            assertThat(commands)
                    .filteredOn(command -> command.containsKey("createIndexes"))
                    .singleElement()
                    .satisfies(command -> assertThat(command.getArray("indexes")
                                    .getFirst()
                                    .asDocument()
                                    .getDocument("key"))
                            .isEqualTo(BsonDocument.parse("{queue: 1, turn: 1}")));
            assertThat(commands)
                    .filteredOn(command -> command.containsKey("insert"))
                    .singleElement()
                    .satisfies(command -> assertThat(command.getDocument("writeConcern"))
                            .isEqualTo(BsonDocument.parse("{w: 'majority'}")));
        } finally {
            server.shutdownNow();
        }
    }

    private MongoClientSettings.Builder settings() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder();
        configuration
                .mongoLimits(
                        Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(20), 7, Duration.ofSeconds(3))
                .customize(settings);
        return settings;
    }
}
