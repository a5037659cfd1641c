package id.pintu.processing.versions;

import id.pintu.events.WireJsonMapper;
import java.time.Instant;
import java.util.Objects;

/**
 * One version of one thing.
 *
 * @param key the thing, such as an institution's code
 * @param version 1 for the first version of this thing, one more for each that follows
 * @param revision of the whole topic: everything changed in one go has the same; one more for each change
 * @param at when it was changed, never before the revision before it
 * @param by who changed it
 * @param why as they said it
 */
public record VersionedValue<T>(String key, int version, long revision, Instant at, String by, String why, T value) {

    byte[] json() {
        return WireJsonMapper.MAPPER.writeValueAsBytes(this);
    }

    static <T> VersionedValue<T> read(byte[] json, Class<T> type) {
        return Objects.requireNonNull(WireJsonMapper.MAPPER.<VersionedValue<T>>readValue(
                json, WireJsonMapper.MAPPER.getTypeFactory().constructParametricType(VersionedValue.class, type)));
    }
}
