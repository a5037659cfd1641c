package id.pintu.standalone.documents;

/**
 * Part of an index between two keys.
 *
 * @param from first key, included
 * @param to end, excluded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyRange(byte[] from, byte[] to) {

    /** All keys that begin with a prefix. */
    static KeyRange startingWith(byte[] prefix) {
        return new KeyRange(prefix, KeyValueStore.endOf(prefix));
    }
}
