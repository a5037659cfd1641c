package id.pintu.processing.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Immutable history of all versions of all keys of a versioned topic, with author, time and reason of each, and its state
 * at any time.
 */
public final class VersionHistory<T> {

    private final Map<String, List<VersionedValue<T>>> byKey;

    private VersionHistory(Map<String, List<VersionedValue<T>>> byKey) {
        this.byKey = byKey;
    }

    public static <T> VersionHistory<T> empty() {
        return new VersionHistory<>(Map.of());
    }

    /** The last version of each key, in the order in which the keys were first written. */
    public List<VersionedValue<T>> latest() {
        return byKey.values().stream().map(List::getLast).toList();
    }

    public Optional<VersionedValue<T>> latest(String key) {
        return Optional.ofNullable(byKey.get(key)).map(List::getLast);
    }

    /** All versions of one key, oldest first; empty for an unknown key. */
    public List<VersionedValue<T>> history(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Revision of the last change; 0 before the first. */
    public long revision() {
        return byKey.values().stream()
                .mapToLong(each -> each.getLast().revision())
                .max()
                .orElse(0);
    }

    /** History as of a moment. */
    public VersionHistory<T> asOf(Instant moment) {
        return filter(each -> !each.at().isAfter(moment));
    }

    /** History as of a revision. */
    public VersionHistory<T> asOf(long revision) {
        return filter(each -> each.revision() <= revision);
    }

    /** Copy with these versions as well; a version that is there already is ignored. */
    public VersionHistory<T> with(List<VersionedValue<T>> added) {
        Map<String, List<VersionedValue<T>>> all = new LinkedHashMap<>(byKey);
        for (VersionedValue<T> each : added) {
            List<VersionedValue<T>> known = all.getOrDefault(each.key(), List.of());
            if (each.version() > known.size()) {
                List<VersionedValue<T>> longer = new ArrayList<>(known);
                longer.add(each);
                all.put(each.key(), List.copyOf(longer));
            }
        }
        return new VersionHistory<>(all);
    }

    /** The versions to write for new values: the next version of each key, all of the next revision. */
    List<VersionedValue<T>> nextVersions(Map<String, T> values, ChangeMetadata metadata) {
        long revision = revision() + 1;
        Instant before = latest().stream()
                .map(VersionedValue::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant at = metadata.at().isBefore(before) ? before : metadata.at();
        return values.entrySet().stream()
                .map(each -> new VersionedValue<>(
                        each.getKey(),
                        history(each.getKey()).size() + 1,
                        revision,
                        at,
                        metadata.by(),
                        metadata.why(),
                        each.getValue()))
                .toList();
    }

    private VersionHistory<T> filter(Predicate<VersionedValue<T>> wanted) {
        Map<String, List<VersionedValue<T>>> then = new LinkedHashMap<>();
        byKey.forEach((key, all) -> {
            List<VersionedValue<T>> some = all.stream().filter(wanted).toList();
            if (!some.isEmpty()) {
                then.put(key, some);
            }
        });
        return new VersionHistory<>(then);
    }
}
