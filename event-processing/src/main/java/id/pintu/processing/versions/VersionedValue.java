package id.pintu.processing.versions;

import id.pintu.events.WireJsonMapper;
import java.time.Instant;
import java.util.Objects;

/**
 * One version of one key of a versioned topic.
 *
 * @param key such as an institution's code
 * @param version 1 for the first version of the key, one more for each that follows
 * @param revision of the whole topic, one more for each change; all versions of one change have the same
 * @param at time of the change, never before that of the revision before it
 * @param by author of the change
 * @param why reason of the change, as the author gave it
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
