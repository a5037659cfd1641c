package id.pintu.processing;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * JSON codec of the content of snapshots: one object with {@code state}, {@code seen}, {@code unconfirmed}, {@code accepted}
 * and {@code refused}.
 *
 * @param <S> the decider's state; a record that Jackson writes and reads
 */
final class SnapshotCodec<S> {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    SnapshotCodec(Class<S> stateType) {
        JavaType type = WireJsonMapper.MAPPER.getTypeFactory().constructParametricType(StoredContent.class, stateType);
        this.writer = WireJsonMapper.MAPPER.writerFor(type);
        this.reader = WireJsonMapper.MAPPER.readerFor(type);
    }

    /**
     * @param seen ids as they are in the snapshot
     * @param accepted id and fingerprint of each command, in turn
     */
    private record StoredContent<S>(
            S state, long[] seen, List<StoredEvents> unconfirmed, long[] accepted, List<StoredRefusal> refused) {}

    /** @param events JSON of each, in Base64 */
    private record StoredEvents(UUID cause, String position, List<byte[]> events) {}

    private record StoredRefusal(
            UUID command, String code, String detail, Optional<Instant> retryAt, long fingerprint, String position) {}

    byte[] write(ComplaintSnapshot<S> snapshot) {
        List<StoredEvents> unconfirmed = new ArrayList<>();
        snapshot.unconfirmed.forEach(
                (cause, entry) -> unconfirmed.add(new StoredEvents(cause, entry.position(), entry.events())));
        return writer.writeValueAsBytes(new StoredContent<>(
                snapshot.state,
                snapshot.seen.stream().mapToLong(Long::longValue).toArray(),
                unconfirmed,
                pairs(snapshot.accepted),
                snapshot.refused.stream().map(SnapshotCodec::stored).toList()));
    }

    /** Fails with a {@code JacksonException} when the content is none of this build. */
    ComplaintSnapshot<S> read(ComplaintId id, long version, byte[] json) {
        StoredContent<S> content = reader.readValue(json);
        LinkedHashSet<Long> seen = LinkedHashSet.newLinkedHashSet(content.seen().length);
        for (long each : content.seen()) {
            seen.add(each);
        }
        Map<UUID, ComplaintSnapshot.UnconfirmedEvents> unconfirmed = new LinkedHashMap<>();
        content.unconfirmed()
                .forEach(entry -> unconfirmed.put(
                        entry.cause(), new ComplaintSnapshot.UnconfirmedEvents(entry.position(), entry.events())));
        Map<Long, Long> accepted = new LinkedHashMap<>();
        for (int i = 0; i + 1 < content.accepted().length; i += 2) {
            accepted.put(content.accepted()[i], content.accepted()[i + 1]);
        }
        return new ComplaintSnapshot<>(
                id,
                version,
                content.state(),
                seen,
                unconfirmed,
                accepted,
                content.refused().stream().map(SnapshotCodec::refused).toList());
    }

    private static long[] pairs(Map<Long, Long> accepted) {
        long[] pairs = new long[2 * accepted.size()];
        int next = 0;
        for (Map.Entry<Long, Long> each : accepted.entrySet()) {
            pairs[next++] = each.getKey();
            pairs[next++] = each.getValue();
        }
        return pairs;
    }

    private static StoredRefusal stored(ComplaintSnapshot.RefusedCommand refused) {
        CommandOutcome outcome = refused.outcome();
        return new StoredRefusal(
                refused.command(),
                outcome.refusal(),
                outcome.detail(),
                outcome.retryAt(),
                outcome.fingerprint(),
                outcome.position());
    }

    private static ComplaintSnapshot.RefusedCommand refused(StoredRefusal stored) {
        return new ComplaintSnapshot.RefusedCommand(
                stored.command(),
                new CommandOutcome(
                        stored.code(), stored.detail(), stored.retryAt(), stored.fingerprint(), stored.position()));
    }
}
