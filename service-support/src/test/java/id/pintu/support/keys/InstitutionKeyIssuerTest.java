package id.pintu.support.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.ImmediateBroker;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class InstitutionKeyIssuerTest {

    private static final InstallationSecrets SECRETS = InstallationSecrets.of("a secret of thirty-two characters");
    private static final InstallationSecret SECRET = SECRETS.current(SecretPurpose.INSTITUTION_KEYS);

    private final InstitutionKeyIndex index = new InstitutionKeyIndex();
    private final ImmediateBroker broker = new ImmediateBroker();
    private final InstitutionKeyIssuer issuer =
            new InstitutionKeyIssuer(SECRETS, index, broker.commandSender("routing"));

    @Test
    void createsOnlyTheMissingKeys() {
        issuer.issueMissing(List.of("K.PU", "D.33.74"));
        issuer.issueMissing(List.of("K.PU", "D.33.74", "DESK"));

        assertThat(broker.keys()).containsExactly("K.PU", "D.33.74", "DESK");
        assertThat(broker.topics()).containsOnly("keys");
    }

    @Test
    void storesAHashAndNeverTheKey() {
        String clear = issuer.reveal("K.PU", false).orElseThrow();

        String stored = broker.written("keys").getLast();
        assertThat(stored).doesNotContain(clear);
        assertThat(WireJsonMapper.MAPPER.readValue(stored, StoredInstitutionKey.class))
                .isEqualTo(new StoredInstitutionKey(StoredInstitutionKey.hash(clear), 1, true));
        assertThat(clear)
                .isEqualTo(StoredInstitutionKey.clearText(SECRET, "K.PU", 1))
                .hasSize(40);
    }

    @Test
    void revealsAKeyOnce() {
        issuer.issueMissing(List.of("K.PU"));
        String clear = issuer.reveal("K.PU", false).orElseThrow();

        assertThat(issuer.reveal("K.PU", false)).isEmpty();
        assertThat(index.ownerOf(clear)).contains("K.PU");
        assertThat(index.ownerOf(clear + "0")).isEmpty();
    }

    @Test
    void aRevokedKeyOpensNothingAndTheNextOneIsAnother() {
        assertThat(issuer.revoke("K.PU")).isFalse();
        String old = issuer.reveal("K.PU", false).orElseThrow();

        assertThat(issuer.revoke("K.PU")).isTrue();
        assertThat(index.ownerOf(old)).isEmpty();
        assertThat(issuer.revoke("K.PU")).isFalse();
        assertThat(issuer.reveal("K.PU", false)).get().isNotEqualTo(old);
    }

    @Test
    void aRevocationThatWasNotWrittenCanBeRepeated() {
        String clear = issuer.reveal("K.PU", false).orElseThrow();
        broker.goDown();
        assertThatThrownBy(() -> issuer.revoke("K.PU")).isInstanceOf(CompletionException.class);
        assertThat(index.ownerOf(clear)).contains("K.PU");

        broker.recover();
        assertThat(issuer.revoke("K.PU")).isTrue();
        assertThat(index.ownerOf(clear)).isEmpty();
    }

    @Test
    void aRenewedKeyReplacesTheOldOne() {
        String old = issuer.reveal("K.PU", false).orElseThrow();
        String renewed = issuer.reveal("K.PU", true).orElseThrow();

        assertThat(renewed).isNotEqualTo(old);
        assertThat(index.ownerOf(old)).isEmpty();
        assertThat(index.ownerOf(renewed)).contains("K.PU");
        assertThat(issuer.reveal("K.PU", false)).isEmpty();
    }
}
