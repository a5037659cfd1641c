package id.pintu.house.keys;

import id.pintu.events.WireJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The hashes of all keys in memory, as the compacted topic {@code keys} tells them. */
public final class KeyRing {

    /** Name of the topic: key = institution code, value = {@link InstitutionKey} as JSON. */
    public static final String TOPIC = "keys";

    private final Map<String, InstitutionKey> keys = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    /** The institution whose key this is. */
    public Optional<String> ownerOf(String clearKey) {
        return Optional.ofNullable(codes.get(InstitutionKey.hash(clearKey)));
    }

    public Optional<InstitutionKey> find(String code) {
        return Optional.ofNullable(keys.get(code));
    }

    /** What the topic says of an institution; nothing when its key is no more. */
    void hear(String code, Optional<byte[]> told) {
        told.ifPresentOrElse(json -> learn(code, WireJson.MAPPER.readValue(json, InstitutionKey.class)), () -> {
            InstitutionKey former = keys.remove(code);
            if (former != null) {
                codes.remove(former.hash());
            }
        });
    }

    void learn(String code, InstitutionKey key) {
        InstitutionKey former = keys.put(code, key);
        if (former != null) {
            codes.remove(former.hash());
        }
        codes.put(key.hash(), code);
    }
}
