package id.pintu.routing.registry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The registry as it is at this moment: a new value whenever an entry changes, or an institution falls silent or acts
 * again. Whoever has taken a value keeps it to the end of what they decide.
 */
public final class CurrentRegistry implements Supplier<Registry> {

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    private final List<Region> regions;
    private final Map<String, ZoneId> zones;
    private List<Entry> entries = List.of();
    private Map<String, Instant> absent = Map.of();
    private volatile Optional<Registry> current = Optional.empty();

    public CurrentRegistry(List<Region> regions) {
        this.regions = List.copyOf(regions);
        this.zones = regions.stream().collect(Collectors.toUnmodifiableMap(Region::code, Region::zone));
    }

    /**
     * @throws IllegalStateException before the first entries came
     */
    @Override
    public Registry get() {
        return current.orElseThrow(() -> new IllegalStateException("the registry was not read yet"));
    }

    /** From now on these are the institutions. */
    public synchronized void hold(List<Entry> now) {
        if (!now.equals(entries)) {
            entries = List.copyOf(now);
            renew();
        }
    }

    /**
     * From now on these, and only these, are not active.
     *
     * @param now code to when the institution became inactive
     */
    public synchronized void miss(Map<String, Instant> now) {
        if (!now.equals(absent)) {
            absent = Map.copyOf(now);
            if (current.isPresent()) {
                renew();
            }
        }
    }

    /** Since when an institution is not active; empty while it is. */
    public synchronized Optional<Instant> absentSince(String code) {
        return Optional.ofNullable(absent.get(code));
    }

    private void renew() {
        Registry registry = new Registry(
                entries.stream()
                        .map(entry -> new Registration(entry, zone(entry), !absent.containsKey(entry.code())))
                        .toList(),
                regions);
        current = Optional.of(registry);
    }

    private ZoneId zone(Entry entry) {
        return entry.region().map(zones::get).orElse(NATIONAL);
    }
}
