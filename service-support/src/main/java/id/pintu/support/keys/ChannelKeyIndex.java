package id.pintu.support.keys;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** In-memory index of channel keys: the built-in ones, and those of the compacted topic {@code keys}. */
public final class ChannelKeyIndex {

    /** Prefix of a channel's record key in the topic, before the name. */
    static final String KEY_PREFIX = "channel/";

    private final Map<String, ChannelCredential> builtIn = new ConcurrentHashMap<>();
    private final Map<String, StoredChannelKey> keys = new ConcurrentSkipListMap<>();

    public ChannelKeyIndex(InstallationSecrets secrets) {
        for (BuiltInChannel channel : BuiltInChannel.values()) {
            secrets.accepted(SecretPurpose.CHANNEL_KEYS)
                    .forEach(secret ->
                            builtIn.put(StoredInstitutionKey.hash(channel.key(secret)), channel.credential()));
        }
    }

    /** What a key permits; empty when it is unknown or revoked. */
    public Optional<ChannelCredential> credentialOf(String clearKey) {
        String hash = StoredInstitutionKey.hash(clearKey);
        ChannelCredential own = builtIn.get(hash);
        return own != null
                ? Optional.of(own)
                : keys.entrySet().stream()
                        .filter(each -> each.getValue().hash().equals(hash)
                                && !each.getValue().revoked())
                        .map(each -> each.getValue().credential(each.getKey()))
                        .findFirst();
    }

    /** The stored key of a name, revoked or not. */
    Optional<StoredChannelKey> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** All stored keys with their names, by name. */
    public Stream<Map.Entry<String, StoredChannelKey>> entries() {
        return keys.entrySet().stream();
    }

    void put(String name, StoredChannelKey key) {
        keys.put(name, key);
    }
}
