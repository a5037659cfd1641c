package id.pintu.routing.registry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final List<Derived<?>> derived = new ArrayList<>();
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

    /** Something that is made anew from each new registry, before anybody asks for it. */
    public synchronized <T> Supplier<T> derive(Function<Registry, T> making) {
        Derived<T> another = new Derived<>(making);
        current.ifPresent(another::renew);
        derived.add(another);
        return another;
    }

    private void renew() {
        Registry registry = new Registry(
                entries.stream()
                        .map(entry -> new Registration(entry, zone(entry), !absent.containsKey(entry.code())))
                        .toList(),
                regions);
        derived.forEach(each -> each.renew(registry));
        current = Optional.of(registry);
    }

    private ZoneId zone(Entry entry) {
        return entry.region().map(zones::get).orElse(NATIONAL);
    }

    private static final class Derived<T> implements Supplier<T> {

        private final Function<Registry, T> making;
        private volatile Optional<T> made = Optional.empty();

        Derived(Function<Registry, T> making) {
            this.making = making;
        }

        void renew(Registry registry) {
            made = Optional.of(making.apply(registry));
        }

        @Override
        public T get() {
            return made.orElseThrow(() -> new IllegalStateException("the registry was not read yet"));
        }
    }
}
