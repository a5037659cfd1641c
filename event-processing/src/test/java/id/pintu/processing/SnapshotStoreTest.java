package id.pintu.processing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class SnapshotStoreTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Nested
    class OnTheEmbeddedStore extends SnapshotStoreContract {
        @Override
        MongoDatabase database() {
            return STORE.database();
        }
    }

    /** {@code mvn -pl event-processing -am test -Dpintu.mongodb.uri=mongodb://localhost:27017}; uses the database {@code pintu_test}. */
    @Nested
    @EnabledIfSystemProperty(named = "pintu.mongodb.uri", matches = ".+")
    class OnTheMongoGiven extends SnapshotStoreContract {

        private static final MongoClient GIVEN =
                MongoClients.create(System.getProperty("pintu.mongodb.uri", "mongodb://localhost"));

        @Override
        MongoDatabase database() {
            return GIVEN.getDatabase("pintu_test");
        }
    }
}
