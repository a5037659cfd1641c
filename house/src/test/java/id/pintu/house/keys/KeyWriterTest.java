package id.pintu.house.keys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJson;
import id.pintu.house.ledger.QuickLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyWriterTest {

    private static final Secret SECRET = new Secret("a secret of thirty-two characters");

    private final KeyRing ring = new KeyRing();
    private final QuickLine line = new QuickLine();
    private final KeyWriter keys = new KeyWriter(SECRET, ring, line.commands("routing"));

    @Test
    void makesTheKeysThatAreMissingAndNoOthers() {
        keys.makeMissing(List.of("K.PU", "D.33.74"));
        keys.makeMissing(List.of("K.PU", "D.33.74", "DESK"));

        assertThat(line.keys()).containsExactly("K.PU", "D.33.74", "DESK");
        assertThat(line.topics()).containsOnly("keys");
    }

    @Test
    void keepsAHashAndNeverTheKey() {
        String clear = keys.show("K.PU", false).orElseThrow();

        String kept = line.written("keys").getLast();
        assertThat(kept).doesNotContain(clear);
        assertThat(WireJson.MAPPER.readValue(kept, InstitutionKey.class))
                .isEqualTo(new InstitutionKey(InstitutionKey.hash(clear), 1, true));
        assertThat(clear).isEqualTo(InstitutionKey.clear(SECRET, "K.PU", 1)).hasSize(40);
    }

    @Test
    void showsAKeyOnce() {
        keys.makeMissing(List.of("K.PU"));
        String clear = keys.show("K.PU", false).orElseThrow();

        assertThat(keys.show("K.PU", false)).isEmpty();
        assertThat(ring.ownerOf(clear)).contains("K.PU");
        assertThat(ring.ownerOf(clear + "0")).isEmpty();
    }

    @Test
    void aNewKeyEndsTheOldOne() {
        String old = keys.show("K.PU", false).orElseThrow();
        String renewed = keys.show("K.PU", true).orElseThrow();

        assertThat(renewed).isNotEqualTo(old);
        assertThat(ring.ownerOf(old)).isEmpty();
        assertThat(ring.ownerOf(renewed)).contains("K.PU");
        assertThat(keys.show("K.PU", false)).isEmpty();
    }
}
