package id.pintu.processing.mongo;

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
}
