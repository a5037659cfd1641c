package id.pintu.routing.government;

import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.List;
import java.util.Optional;

/**
 * Who watches over the officers of one institution, or of one kind.
 *
 * @param codes of institutions, the first that can take it does; {@link #PROVINCE} and {@link #OWNER} are the province
 *     and the government of the watched one's own region
 * @param legalBasis that says so
 */
public record OversightRule(List<String> codes, String legalBasis) {

    public static final String PROVINCE = "PROVINCE";
    public static final String OWNER = "OWNER";

    public OversightRule {
        codes = List.copyOf(codes);
    }

    /** The institution that watches over this one; never itself, and never one that takes no reports. */
    public Optional<RegistryInstitution> overseerOf(RegistryInstitution watched, InstitutionRegistry registry) {
        return codes.stream()
                .flatMap(code -> institution(code, watched, registry).stream())
                .filter(institution -> !institution.equals(watched))
                .filter(RegistryInstitution::takesReports)
                .findFirst();
    }

    private static Optional<RegistryInstitution> institution(
            String code, RegistryInstitution watched, InstitutionRegistry registry) {
        Optional<Region> region = watched.regionCode().flatMap(registry::region);
        return switch (code) {
            case PROVINCE -> region.flatMap(registry::provincialGovernment);
            case OWNER -> region.flatMap(registry::localGovernment);
            default -> registry.institution(code);
        };
    }
}
