package id.pintu.sla.clock.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writer of values in fixed-width binary form, strings by their number in a {@link StringTable}. */
final class CompactBinaryWriter {

    private final StringTable strings;
    private ByteBuffer bytes = ByteBuffer.allocate(256);

    CompactBinaryWriter(StringTable strings) {
        this.strings = strings;
    }

    byte[] toByteArray() {
        byte[] result = new byte[bytes.position()];
        bytes.flip().get(result);
        return result;
    }

    void writeByte(int value) {
        ensureCapacity(Byte.BYTES).put((byte) value);
    }

    void writeShort(int value) {
        ensureCapacity(Short.BYTES).putShort((short) value);
    }

    void writeInt(int value) {
        ensureCapacity(Integer.BYTES).putInt(value);
    }

    void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    void writeString(String value) {
        writeInt(strings.numberOf(value));
    }

    /** A text that is rarely repeated, and so not worth an entry of the table; up to 32,767 bytes. */
    void writeText(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        writeShort(utf8.length);
        ensureCapacity(utf8.length).put(utf8);
    }

    void writeUuid(UUID value) {
        ensureCapacity(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    void writeInstant(Instant value) {
        ensureCapacity(Long.BYTES + Integer.BYTES)
                .putLong(value.getEpochSecond())
                .putInt(value.getNano());
    }

    void writeOptionalInstant(Optional<Instant> value) {
        writeBoolean(value.isPresent());
        value.ifPresent(this::writeInstant);
    }

    private ByteBuffer ensureCapacity(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + more).put(bytes.flip());
        }
        return bytes;
    }
}
