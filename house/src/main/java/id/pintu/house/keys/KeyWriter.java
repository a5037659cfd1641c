package id.pintu.house.keys;

import id.pintu.events.WireJson;
import id.pintu.house.ledger.Commands;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes, shows and renews keys; one service does. */
public final class KeyWriter {

    private final Secret secret;
    private final KeyRing ring;
    private final Commands broker;

    public KeyWriter(Secret secret, KeyRing ring, Commands broker) {
        this.secret = secret;
        this.ring = ring;
        this.broker = broker;
    }

    /** Makes the first key of everyone who has none; two instances doing so write the same. */
    public void makeMissing(Collection<String> codes) {
        CompletableFuture<?>[] written = codes.stream()
                .filter(code -> ring.find(code).isEmpty())
                .map(code -> write(code, InstitutionKey.of(secret, code, 1, false)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(written).join();
    }

    /**
     * @param renew make a new key, which ends the old one
     * @return the key, or empty when it was shown before
     */
    public synchronized Optional<String> show(String code, boolean renew) {
        InstitutionKey current = ring.find(code).orElseGet(() -> InstitutionKey.of(secret, code, 1, false));
        if (current.shown() && !renew) {
            return Optional.empty();
        }
        int generation = renew ? current.generation() + 1 : current.generation();
        write(code, InstitutionKey.of(secret, code, generation, true)).join();
        return Optional.of(InstitutionKey.clear(secret, code, generation));
    }

    private CompletableFuture<?> write(String code, InstitutionKey key) {
        ring.learn(code, key);
        return broker.send(new ProducerRecord<>(
                KeyRing.TOPIC, code.getBytes(StandardCharsets.UTF_8), WireJson.MAPPER.writeValueAsBytes(key)));
    }
}
