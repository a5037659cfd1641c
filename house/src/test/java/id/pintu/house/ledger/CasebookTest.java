package id.pintu.house.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class CasebookTest {

    private static final Store STORE = new Store();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Nested
    class OnTheEmbeddedStore extends CasebookContract {
        @Override
        MongoDatabase database() {
            return STORE.database();
        }
    }

    /** {@code mvn -pl house -am test -Dpintu.mongodb.uri=mongodb://localhost:27017}; uses the database {@code pintu_test}. */
    @Nested
    @EnabledIfSystemProperty(named = "pintu.mongodb.uri", matches = ".+")
    class OnTheMongoGiven extends CasebookContract {

        private static final MongoClient GIVEN =
                MongoClients.create(System.getProperty("pintu.mongodb.uri", "mongodb://localhost"));

        @Override
        MongoDatabase database() {
            return GIVEN.getDatabase("pintu_test");
        }
    }
}
