package id.pintu.processing.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.List;

/**
 * Ascending index of a MongoDB collection, which also serves descending sorts.
 *
 * @param collection name of the collection
 * @param fields indexed fields, those compared for equality first
 */
public record CollectionIndex(String collection, List<String> fields) {

    public CollectionIndex {
        fields = List.copyOf(fields);
    }

    public static CollectionIndex of(String collection, String... fields) {
        return new CollectionIndex(collection, List.of(fields));
    }

    /** Creates the index unless it exists. */
    public void createIn(MongoDatabase database) {
        database.getCollection(collection).createIndex(Indexes.ascending(fields));
    }
}
