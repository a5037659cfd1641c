package id.pintu.routing.duties;

import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.util.List;
import java.util.Optional;

/**
 * Who watches over the officers of one institution, or of one kind.
 *
 * @param codes of institutions, the first that can take it does; {@link #PROVINCE} and {@link #OWNER} are the province
 *     and the government of the watched one's own region
 * @param law that says so
 */
public record Overseer(List<String> codes, String law) {

    public static final String PROVINCE = "PROVINCE";
    public static final String OWNER = "OWNER";

    public Overseer {
        codes = List.copyOf(codes);
    }

    /** The institution that watches over this one; never itself, and never one that takes no reports. */
    public Optional<Registration> over(Registration watched, Registry registry) {
        return codes.stream()
                .flatMap(code -> institution(code, watched, registry).stream())
                .filter(institution -> !institution.equals(watched))
                .filter(Registration::takesReports)
                .findFirst();
    }

    private static Optional<Registration> institution(String code, Registration watched, Registry registry) {
        Optional<Region> region = watched.regionCode().flatMap(registry::region);
        return switch (code) {
            case PROVINCE -> region.flatMap(registry::provincialGovernment);
            case OWNER -> region.flatMap(registry::localGovernment);
            default -> registry.institution(code);
        };
    }
}
