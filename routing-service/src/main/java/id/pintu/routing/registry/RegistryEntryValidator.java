package id.pintu.routing.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Validator of a changed registry entry against all other entries and the regions. */
public final class RegistryEntryValidator {

    private static final String CODE_PATTERN = "[A-Z]+(\\.[A-Z0-9]+)+";
    private static final int MAX_CODE_LENGTH = 40;
    private static final int MAX_NAME_LENGTH = 200;

    private final Set<String> regions;

    public RegistryEntryValidator(List<Region> regions) {
        this.regions = Set.copyOf(regions.stream().map(Region::code).toList());
    }

    /**
     * @param all all entries by code, including this one
     * @return errors; empty if the entry is valid
     */
    public List<RegistryEntryError> validate(RegistryEntry entry, Map<String, RegistryEntry> all) {
        List<RegistryEntryError> errors = new ArrayList<>();
        codeError(entry).ifPresent(message -> errors.add(new RegistryEntryError(entry.code(), "code", message)));
        nameError(entry).ifPresent(message -> errors.add(new RegistryEntryError(entry.code(), "name", message)));
        kindError(entry).ifPresent(message -> errors.add(new RegistryEntryError(entry.code(), "kind", message)));
        regionError(entry)
                .ifPresent(message -> errors.add(new RegistryEntryError(entry.code(), "region_code", message)));
        parentError(entry, all)
                .ifPresent(message -> errors.add(new RegistryEntryError(entry.code(), "parent", message)));
        if (!entry.connection().since().stream().allMatch(DayBounds::contain)) {
            errors.add(new RegistryEntryError(entry.code(), "connected_since", DayBounds.MESSAGE));
        }
        for (String keyword : entry.smsKeywords()) {
            keywordError(keyword, entry, all)
                    .ifPresent(message -> errors.add(new RegistryEntryError(entry.code(), "sms_keywords", message)));
        }
        return errors;
    }

    private static Optional<String> codeError(RegistryEntry entry) {
        if (!entry.code().matches(CODE_PATTERN) || entry.code().length() > MAX_CODE_LENGTH) {
            return Optional.of("is capital letters and digits separated by points, such as D.33.74");
        }
        return !entry.unit()
                        || entry.parent()
                                .filter(entry.code().replaceFirst("\\.[A-Z0-9]+$", "")::equals)
                                .isPresent()
                ? Optional.empty()
                : Optional.of("of a unit is its parent's code and one more part, such as D.33.74.DISHUB");
    }

    private static Optional<String> nameError(RegistryEntry entry) {
        if (entry.name().isBlank()) {
            return Optional.of("is required");
        }
        return entry.names().stream().anyMatch(name -> name.length() > MAX_NAME_LENGTH)
                ? Optional.of("has at most " + MAX_NAME_LENGTH + " characters, as has each alias")
                : Optional.empty();
    }

    private static Optional<String> kindError(RegistryEntry entry) {
        return entry.knownKind().isPresent()
                ? Optional.empty()
                : Optional.of("is one of "
                        + Stream.of(InstitutionKind.values())
                                .map(InstitutionKind::text)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    /** The code of a regional government must contain its region, because routing finds it by that code. */
    private Optional<String> regionError(RegistryEntry entry) {
        Optional<String> unknown = entry.region().filter(region -> !regions.contains(region));
        if (unknown.isPresent()) {
            return Optional.of("there is no region " + unknown.get());
        }
        Optional<String> prefix = entry.knownKind().flatMap(kind -> switch (kind) {
            case PEMERINTAH_PROVINSI -> Optional.of("P.");
            case PEMERINTAH_KABUPATEN, PEMERINTAH_KOTA, WILAYAH_ADMINISTRASI -> Optional.of("D.");
            default -> Optional.empty();
        });
        return prefix.filter(
                        begin -> !entry.code().equals(begin + entry.region().orElse("")))
                .map(begin -> "the code of a regional government is " + begin + " and the code of its region");
    }

    private static Optional<String> parentError(RegistryEntry entry, Map<String, RegistryEntry> all) {
        if (entry.unit() && entry.parent().isEmpty()) {
            return Optional.of("is required of a unit");
        }
        if (!entry.unit()
                && entry.parent().map(all::get).filter(RegistryEntry::unit).isPresent()) {
            return Optional.of("is a unit, and only units can be below a unit");
        }
        Set<String> above = new HashSet<>(Set.of(entry.code()));
        Optional<String> next = entry.parent();
        while (next.isPresent()) {
            if (!all.containsKey(next.get())) {
                return Optional.of("there is no institution " + next.get());
            }
            if (!above.add(next.get())) {
                return Optional.of("is a cycle through " + next.get());
            }
            next = Optional.ofNullable(all.get(next.get())).flatMap(RegistryEntry::parent);
        }
        return Optional.empty();
    }

    private static Optional<String> keywordError(String keyword, RegistryEntry entry, Map<String, RegistryEntry> all) {
        if (!keyword.equals(keyword.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ")) || keyword.isEmpty()) {
            return Optional.of("a keyword is in upper case, with single spaces");
        }
        return all.values().stream()
                .filter(other -> !other.code().equals(entry.code())
                        && other.smsKeywords().contains(keyword))
                .findFirst()
                .map(other -> keyword + " is a keyword of " + other.code());
    }
}
