package id.pintu.account.kafka;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keys that sign tokens: RSA, in the topic {@code accounts}, encrypted with the installation's secret. The newest signs; its
 * predecessor is published until every token that it signed has expired.
 */
public final class SigningKeyStore {

    static final String KEY_PREFIX = "signing-key/";

    private static final int BITS = 2048;
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final CommandSender sender;
    private final AccountCipher cipher;
    private final Map<String, DatedKey> keys = new ConcurrentHashMap<>();

    SigningKeyStore(CommandSender sender, AccountCipher cipher) {
        this.sender = sender;
        this.cipher = cipher;
    }

    /** Key as in the topic. */
    record StoredSigningKey(Instant createdAt, String encryptedKey) {}

    private record DatedKey(Instant createdAt, JWK key) {}

    /** Published keys with their private parts, newest first. */
    public JWKSet keys() {
        return new JWKSet(keys.values().stream()
                .sorted(Comparator.comparing(DatedKey::createdAt).reversed())
                .map(DatedKey::key)
                .toList());
    }

    /** Of several keys that could sign, the newest. */
    public JWK newestOf(List<JWK> candidates) {
        return keys().getKeys().stream()
                .filter(key -> candidates.stream()
                        .anyMatch(each -> String.valueOf(each.getKeyID()).equals(key.getKeyID())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no signing key"));
    }

    /**
     * Makes a key when there is none, or the newest is older than this, and removes those whose successor is a day old.
     */
    public synchronized void rotate(Duration maxAge, Instant now) {
        Optional<Instant> newest = newest();
        if (newest.isEmpty() || newest.get().plus(maxAge).isBefore(now)) {
            write(generate(), now);
        }
        Instant kept = newest().orElse(now);
        if (kept.plus(OVERLAP).isBefore(now)) {
            keys.entrySet().stream()
                    .filter(key -> key.getValue().createdAt().isBefore(kept))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(this::delete);
        }
    }

    void put(String id, byte[] json) {
        StoredSigningKey stored = WireJsonMapper.MAPPER.readValue(json, StoredSigningKey.class);
        try {
            keys.put(id, new DatedKey(stored.createdAt(), JWK.parse(cipher.decrypt(stored.encryptedKey()))));
        } catch (ParseException e) {
            throw new IllegalStateException("not a key", e);
        }
    }

    void remove(String id) {
        keys.remove(id);
    }

    private Optional<Instant> newest() {
        return keys.values().stream().map(DatedKey::createdAt).max(Comparator.naturalOrder());
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(RSAKey key, Instant now) {
        byte[] json =
                WireJsonMapper.MAPPER.writeValueAsBytes(new StoredSigningKey(now, cipher.encrypt(key.toJSONString())));
        send(key.getKeyID(), json);
        put(key.getKeyID(), json);
    }

    private void delete(String id) {
        send(id, null);
        remove(id);
    }

    private void send(String id, byte @Nullable [] json) {
        sender.send(new ProducerRecord<>(TopicNames.ACCOUNTS, (KEY_PREFIX + id).getBytes(StandardCharsets.UTF_8), json))
                .join();
    }
}
