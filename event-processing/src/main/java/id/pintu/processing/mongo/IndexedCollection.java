package id.pintu.processing.mongo;

import java.util.List;

/**
 * Repository whose queries need more than the index on {@code _id}. Each bean of this type has its indexes created when
 * the service starts.
 */
public interface IndexedCollection {

    List<CollectionIndex> indexes();
}
