package id.pintu.support.keys;

import id.pintu.events.WireJsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** In-memory index of the hashes of all keys, consumed from the compacted topic {@code keys}. */
public final class InstitutionKeyIndex {

    /** Name of the topic: key = institution code, value = {@link StoredInstitutionKey} as JSON. */
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

    /** Applies a record of the topic; an absent value means that the key was deleted. */
    void update(String code, Optional<byte[]> value) {
        value.ifPresentOrElse(
                json -> put(code, WireJsonMapper.MAPPER.readValue(json, StoredInstitutionKey.class)), () -> {
                    StoredInstitutionKey former = keys.remove(code);
                    if (former != null) {
                        codes.remove(former.hash());
                    }
                });
    }

    void put(String code, StoredInstitutionKey key) {
        StoredInstitutionKey former = keys.put(code, key);
        if (former != null) {
            codes.remove(former.hash());
        }
        codes.put(key.hash(), code);
    }
}
