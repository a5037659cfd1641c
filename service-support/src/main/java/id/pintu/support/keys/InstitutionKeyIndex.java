package id.pintu.support.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** In-memory index of the hashes of the institutions' keys, consumed from the compacted topic {@code keys}. */
public final class InstitutionKeyIndex {

    /** Name of the topic: key = institution code, value = {@link StoredInstitutionKey} as JSON; or
     * {@code channel/} and a name, value = {@link StoredChannelKey}. */
    public static final String TOPIC = "keys";

    private final Map<String, StoredInstitutionKey> keys = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    /** Code of the institution that owns a key. */
    public Optional<String> ownerOf(String clearKey) {
        return Optional.ofNullable(codes.get(StoredInstitutionKey.hash(clearKey)));
    }

    public Optional<StoredInstitutionKey> find(String code) {
        return Optional.ofNullable(keys.get(code));
    }

    /** Names of those whose key was shown to somebody, sorted. */
    List<String> shown() {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().shown())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Takes over the key that the topic has for an institution. */
    public void put(String code, StoredInstitutionKey key) {
        StoredInstitutionKey former = keys.put(code, key);
        if (former != null) {
            codes.remove(former.hash());
        }
        codes.put(key.hash(), code);
    }
}
