package id.pintu.support.keys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.ImmediateBroker;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstitutionKeyIssuerTest {

    private static final InstallationSecret SECRET = new InstallationSecret("a secret of thirty-two characters");

    private final InstitutionKeyIndex ring = new InstitutionKeyIndex();
    private final ImmediateBroker line = new ImmediateBroker();
    private final InstitutionKeyIssuer keys = new InstitutionKeyIssuer(SECRET, ring, line.commandSender("routing"));

    @Test
    void makesTheKeysThatAreMissingAndNoOthers() {
        keys.issueMissing(List.of("K.PU", "D.33.74"));
        keys.issueMissing(List.of("K.PU", "D.33.74", "DESK"));

        assertThat(line.keys()).containsExactly("K.PU", "D.33.74", "DESK");
        assertThat(line.topics()).containsOnly("keys");
    }

    @Test
    void keepsAHashAndNeverTheKey() {
        String clear = keys.reveal("K.PU", false).orElseThrow();

        String kept = line.written("keys").getLast();
        assertThat(kept).doesNotContain(clear);
        assertThat(WireJsonMapper.MAPPER.readValue(kept, StoredInstitutionKey.class))
                .isEqualTo(new StoredInstitutionKey(StoredInstitutionKey.hash(clear), 1, true));
        assertThat(clear)
                .isEqualTo(StoredInstitutionKey.clearText(SECRET, "K.PU", 1))
                .hasSize(40);
    }

    @Test
    void showsAKeyOnce() {
        keys.issueMissing(List.of("K.PU"));
        String clear = keys.reveal("K.PU", false).orElseThrow();

        assertThat(keys.reveal("K.PU", false)).isEmpty();
        assertThat(ring.ownerOf(clear)).contains("K.PU");
        assertThat(ring.ownerOf(clear + "0")).isEmpty();
    }

    @Test
    void aNewKeyEndsTheOldOne() {
        String old = keys.reveal("K.PU", false).orElseThrow();
        String renewed = keys.reveal("K.PU", true).orElseThrow();

        assertThat(renewed).isNotEqualTo(old);
        assertThat(ring.ownerOf(old)).isEmpty();
        assertThat(ring.ownerOf(renewed)).contains("K.PU");
        assertThat(keys.reveal("K.PU", false)).isEmpty();
    }
}
