package id.pintu.support.keys;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import id.pintu.support.keys.StoredChannelKey.ChannelKeyGrant;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Issuer of channel keys: issues, renews and revokes them. Only intake-service runs it. */
public final class ChannelKeyIssuer {

    private final InstallationSecret secret;
    private final ChannelKeyIndex keys;
    private final CommandSender sender;

    public ChannelKeyIssuer(InstallationSecrets secrets, ChannelKeyIndex keys, CommandSender sender) {
        this.secret = secrets.current(SecretPurpose.CHANNEL_KEYS);
        this.keys = keys;
        this.sender = sender;
    }

    /**
     * Issues a key and returns it in clear text, once.
     *
     * @param renew whether to replace a key that is in use
     * @return the key; empty when the name has a key in use, and for the names of built-in channels
     */
    public synchronized Optional<String> issue(String name, ChannelKeyGrant grant, boolean renew) {
        Optional<StoredChannelKey> current = keys.find(name);
        boolean inUse = current.filter(key -> !key.revoked()).isPresent();
        if ((inUse && !renew) || BuiltInChannel.named(name).isPresent()) {
            return Optional.empty();
        }
        int generation = nextGeneration(current);
        write(name, StoredChannelKey.of(secret, name, generation, grant, false));
        return Optional.of(StoredChannelKey.clearText(secret, name, generation));
    }

    /** Revokes the key of a name; false when there is none in use. */
    public synchronized boolean revoke(String name) {
        Optional<StoredChannelKey> current = keys.find(name).filter(key -> !key.revoked());
        current.ifPresent(
                key -> write(name, StoredChannelKey.of(secret, name, nextGeneration(current), key.grant(), true)));
        return current.isPresent();
    }

    private static int nextGeneration(Optional<StoredChannelKey> current) {
        return current.map(StoredChannelKey::generation).orElse(0) + 1;
    }

    private void write(String name, StoredChannelKey key) {
        sender.send(new ProducerRecord<>(
                        InstitutionKeyIndex.TOPIC,
                        (ChannelKeyIndex.KEY_PREFIX + name).getBytes(StandardCharsets.UTF_8),
                        WireJsonMapper.MAPPER.writeValueAsBytes(key)))
                .join();
        keys.put(name, key);
    }
}
