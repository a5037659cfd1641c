package id.pintu.standalone.documents;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Key in the store; compared by its content, in the order of the store. */
final class StoreKey implements Comparable<StoreKey> {

    private final byte[] bytes;

    StoreKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key itself, not a copy. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(StoreKey other) {
        return KeyValueStore.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoreKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
