package id.pintu.support.keys;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Issuer of institution keys: creates, reveals, renews and revokes them. Only routing-service runs it. */
public final class InstitutionKeyIssuer {

    private final InstallationSecret secret;
    private final InstitutionKeyIndex keys;
    private final CommandSender sender;

    public InstitutionKeyIssuer(InstallationSecrets secrets, InstitutionKeyIndex keys, CommandSender sender) {
        this.secret = secrets.current(SecretPurpose.INSTITUTION_KEYS);
        this.keys = keys;
        this.sender = sender;
    }

    /** Names of those whose key somebody has. */
    public List<String> shown() {
        return keys.shown();
    }

    /** Creates the first key of each institution without one; keys are derived, so two instances write the same. */
    public void issueMissing(Collection<String> codes) {
        CompletableFuture<?>[] written = codes.stream()
                .filter(code -> keys.find(code).isEmpty())
                .map(code -> write(code, StoredInstitutionKey.of(secret, code, 1, false)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(written).join();
    }

    /**
     * Returns a key in clear text, once.
     *
     * @param renew whether to replace the key by a new one
     * @return the key; empty when it was revealed before
     */
    public synchronized Optional<String> reveal(String code, boolean renew) {
        StoredInstitutionKey current = keys.find(code).orElseGet(() -> StoredInstitutionKey.of(secret, code, 1, false));
        if (current.shown() && !renew) {
            return Optional.empty();
        }
        int generation = renew ? current.generation() + 1 : current.generation();
        write(code, StoredInstitutionKey.of(secret, code, generation, true)).join();
        return Optional.of(StoredInstitutionKey.clearText(secret, code, generation));
    }

    /**
     * Revokes the key of an institution; the next one is issued when it is asked for.
     *
     * @return false when nobody has been shown a key
     */
    public synchronized boolean revoke(String code) {
        Optional<StoredInstitutionKey> current = keys.find(code).filter(StoredInstitutionKey::shown);
        current.ifPresent(key -> write(code, StoredInstitutionKey.of(secret, code, key.generation() + 1, false))
                .join());
        return current.isPresent();
    }

    private CompletableFuture<?> write(String code, StoredInstitutionKey key) {
        return sender.send(new ProducerRecord<>(
                        InstitutionKeyIndex.TOPIC,
                        code.getBytes(StandardCharsets.UTF_8),
                        WireJsonMapper.MAPPER.writeValueAsBytes(key)))
                .thenRun(() -> keys.put(code, key));
    }
}
