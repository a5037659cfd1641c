package id.pintu.sla.clock.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Reader of the values that a {@link CompactBinaryWriter} wrote, in the same order. */
final class CompactBinaryReader {

    private final StringTable strings;
    private final ByteBuffer bytes;

    CompactBinaryReader(StringTable strings, byte[] encoded) {
        this.strings = strings;
        this.bytes = ByteBuffer.wrap(encoded);
    }

    int readByte() {
        return bytes.get();
    }

    int readShort() {
        return bytes.getShort();
    }

    int readInt() {
        return bytes.getInt();
    }

    boolean readBoolean() {
        return bytes.get() == 1;
    }

    String readString() {
        return strings.string(readInt());
    }

    String readText() {
        byte[] utf8 = new byte[bytes.getShort()];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    ZoneId readZone() {
        return strings.zone(readInt());
    }

    UUID readUuid() {
        long most = bytes.getLong();
        return new UUID(most, bytes.getLong());
    }

    Instant readInstant() {
        long second = bytes.getLong();
        return Instant.ofEpochSecond(second, bytes.getInt());
    }

    Optional<Instant> readOptionalInstant() {
        return readBoolean() ? Optional.of(readInstant()) : Optional.empty();
    }
}
