package id.pintu.account.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import id.pintu.processing.CommandSender;
import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Tests of the keys that sign tokens: rotation, and what is written of them. */
class SigningKeyStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final InstallationSecret SECRET = new InstallationSecret("a secret of thirty-two characters");
    private static final InstallationSecret NEXT = new InstallationSecret("another secret, also long enough!");

    private final MockProducer<byte[], byte[]> topic =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final SigningKeyStore store = store(List.of(SECRET));

    @Test
    void aNewKeySignsAndTheOldOneIsPublishedForAnotherDay() {
        store.rotate(MONTH, NOW);
        JWK first = newest();
        store.rotate(MONTH, NOW.plus(MONTH));
        assertThat(ids()).containsExactly(first.getKeyID());

        Instant due = NOW.plus(MONTH).plusSeconds(1);
        store.rotate(MONTH, due);
        JWK second = newest();
        assertThat(ids()).containsExactly(second.getKeyID(), first.getKeyID());
        assertThat(store.newestOf(store.keys().getKeys()).getKeyID()).isEqualTo(second.getKeyID());

        store.rotate(MONTH, due.plus(Duration.ofDays(1)).plusSeconds(1));
        assertThat(ids()).containsExactly(second.getKeyID());
        assertThat(topic.history().getLast().value()).isNull(); // a tombstone
    }

    @Test
    void anotherStartReadsTheKeysAndNobodyElseDoes() {
        store.rotate(MONTH, NOW);
        byte[] written = topic.history().getFirst().value();
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("\"d\"", "RSA");

        SigningKeyStore restarted = store(List.of(NEXT, SECRET)); // while the secret is rotated
        restarted.put(newest().getKeyID(), written);

        assertThat(restarted.keys().getKeys()).isEqualTo(store.keys().getKeys());
        assertThatThrownBy(() -> store(List.of(NEXT)).put("1", written)).isInstanceOf(IllegalStateException.class);
    }

    private SigningKeyStore store(List<InstallationSecret> secrets) {
        return new SigningKeyStore(new CommandSender("account", "test", topic), new AccountCipher(secrets));
    }

    private JWK newest() {
        return store.keys().getKeys().getFirst();
    }

    private List<String> ids() {
        return store.keys().getKeys().stream().map(JWK::getKeyID).toList();
    }
}
