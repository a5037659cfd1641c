package id.pintu.sla.clock;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Lays values one behind the other into as few bytes as they need. */
final class PackedWriter {

    private final Wordbook words;
    private ByteBuffer bytes = ByteBuffer.allocate(256);

    PackedWriter(Wordbook words) {
        this.words = words;
    }

    byte[] packed() {
        byte[] packed = new byte[bytes.position()];
        bytes.flip().get(packed);
        return packed;
    }

    void small(int value) {
        room(Byte.BYTES).put((byte) value);
    }

    void medium(int value) {
        room(Short.BYTES).putShort((short) value);
    }

    void number(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void yes(boolean value) {
        small(value ? 1 : 0);
    }

    void text(String value) {
        number(words.numberOf(value));
    }

    void id(UUID value) {
        room(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    void instant(Instant value) {
        room(Long.BYTES + Integer.BYTES).putLong(value.getEpochSecond()).putInt(value.getNano());
    }

    void moment(Optional<Instant> value) {
        yes(value.isPresent());
        value.ifPresent(this::instant);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
        }
        return bytes;
    }
}
