package id.pintu.house.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every version there ever was, of every thing: who changed what, when and why, and how it was at any time. Immutable.
 */
public final class Versions<T> {

    private final Map<String, List<Version<T>>> byKey;

    private Versions(Map<String, List<Version<T>>> byKey) {
        this.byKey = byKey;
    }

    public static <T> Versions<T> none() {
        return new Versions<>(Map.of());
    }

    /** The last version of each thing, in the order in which the things first came. */
    public List<Version<T>> latest() {
        return byKey.values().stream().map(List::getLast).toList();
    }

    public Optional<Version<T>> latest(String key) {
        return Optional.ofNullable(byKey.get(key)).map(List::getLast);
    }

    /** Every version of one thing, the first one first; empty when it never was. */
    public List<Version<T>> history(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Of the last change; 0 before the first. */
    public long revision() {
        return byKey.values().stream()
                .mapToLong(each -> each.getLast().revision())
                .max()
                .orElse(0);
    }

    /** As they stood at this moment. */
    public Versions<T> asOf(Instant moment) {
        return only(each -> !each.at().isAfter(moment));
    }

    /** As they stood after this revision. */
    public Versions<T> asOf(long revision) {
        return only(each -> each.revision() <= revision);
    }

    /** With these as well; a version that is known already changes nothing. */
    public Versions<T> with(List<Version<T>> more) {
        Map<String, List<Version<T>>> all = new LinkedHashMap<>(byKey);
        for (Version<T> each : more) {
            List<Version<T>> known = all.getOrDefault(each.key(), List.of());
            if (each.version() > known.size()) {
                List<Version<T>> longer = new ArrayList<>(known);
                longer.add(each);
                all.put(each.key(), List.copyOf(longer));
            }
        }
        return new Versions<>(all);
    }

    /** What is to be written when these are the new values: the next version of each, all of the next revision. */
    List<Version<T>> next(Map<String, T> values, Signature signature) {
        long revision = revision() + 1;
        Instant before = latest().stream()
                .map(Version::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant at = signature.at().isBefore(before) ? before : signature.at();
        return values.entrySet().stream()
                .map(each -> new Version<>(
                        each.getKey(),
                        history(each.getKey()).size() + 1,
                        revision,
                        at,
                        signature.by(),
                        signature.why(),
                        each.getValue()))
                .toList();
    }

    private Versions<T> only(Predicate<Version<T>> wanted) {
        Map<String, List<Version<T>>> then = new LinkedHashMap<>();
        byKey.forEach((key, all) -> {
            List<Version<T>> some = all.stream().filter(wanted).toList();
            if (!some.isEmpty()) {
                then.put(key, some);
            }
        });
        return new Versions<>(then);
    }
}
