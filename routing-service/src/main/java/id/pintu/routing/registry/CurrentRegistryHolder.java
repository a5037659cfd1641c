package id.pintu.routing.registry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Thread-safe holder of the current registry. It builds a new immutable registry when an entry changes or an
 * institution becomes inactive or active again; a caller uses the same one for a whole decision.
 */
public final class CurrentRegistryHolder implements Supplier<InstitutionRegistry> {

    private final List<Region> regions;
    private final Map<String, ZoneId> zones;
    private List<RegistryEntry> entries = List.of();
    private Map<String, Instant> inactive = Map.of();
    private volatile Optional<InstitutionRegistry> current = Optional.empty();

    public CurrentRegistryHolder(List<Region> regions) {
        this.regions = List.copyOf(regions);
        this.zones = regions.stream().collect(Collectors.toUnmodifiableMap(Region::code, Region::zone));
    }

    /**
     * @throws IllegalStateException before the first entries were read
     */
    @Override
    public InstitutionRegistry get() {
        return current.orElseThrow(() -> new IllegalStateException("the registry has not been read yet"));
    }

    /** Replaces all entries. */
    public synchronized void replaceEntries(List<RegistryEntry> latest) {
        if (!latest.equals(entries)) {
            entries = List.copyOf(latest);
            rebuild();
        }
    }

    /**
     * Replaces the set of inactive institutions.
     *
     * @param latest code to the instant from which the institution is inactive
     */
    public synchronized void replaceInactive(Map<String, Instant> latest) {
        if (!latest.equals(inactive)) {
            inactive = Map.copyOf(latest);
            if (current.isPresent()) {
                rebuild();
            }
        }
    }

    /** Since when an institution is inactive; empty if it is active. */
    public synchronized Optional<Instant> inactiveSince(String code) {
        return Optional.ofNullable(inactive.get(code));
    }

    private void rebuild() {
        InstitutionRegistry registry = new InstitutionRegistry(
                entries.stream()
                        .map(entry -> new RegistryInstitution(entry, zone(entry), !inactive.containsKey(entry.code())))
                        .toList(),
                regions);
        current = Optional.of(registry);
    }

    private ZoneId zone(RegistryEntry entry) {
        return entry.region().map(zones::get).orElse(NationalTime.ZONE);
    }
}
