package id.pintu.sla.clock;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Takes out what a {@link PackedWriter} laid in, in the same order. */
final class PackedReader {

    private final Wordbook words;
    private final ByteBuffer bytes;

    PackedReader(Wordbook words, byte[] packed) {
        this.words = words;
        this.bytes = ByteBuffer.wrap(packed);
    }

    int small() {
        return bytes.get();
    }

    int medium() {
        return bytes.getShort();
    }

    int number() {
        return bytes.getInt();
    }

    boolean yes() {
        return bytes.get() == 1;
    }

    String text() {
        return words.text(number());
    }

    ZoneId zone() {
        return words.zone(number());
    }

    UUID id() {
        long most = bytes.getLong();
        return new UUID(most, bytes.getLong());
    }

    Instant instant() {
        long second = bytes.getLong();
        return Instant.ofEpochSecond(second, bytes.getInt());
    }

    Optional<Instant> moment() {
        return yes() ? Optional.of(instant()) : Optional.empty();
    }
}
