package id.pintu.routing.government;

import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.List;
import java.util.Optional;

/**
 * Immutable rule that names the overseers of the officers of one institution, or of one kind of institutions.
 *
 * @param codes of institutions in order of preference; {@link #PROVINCE} and {@link #OWNER} stand for the province and
 *     the local government of the overseen institution's region
 * @param legalBasis law that gives them this power
 */
public record OversightRule(List<String> codes, String legalBasis) {

    public static final String PROVINCE = "PROVINCE";
    public static final String OWNER = "OWNER";

    public OversightRule {
        codes = List.copyOf(codes);
    }

    /** The first overseer that takes reports and is not the overseen institution itself. */
    public Optional<RegistryInstitution> overseerOf(RegistryInstitution overseen, InstitutionRegistry registry) {
        return codes.stream()
                .flatMap(code -> institution(code, overseen, registry).stream())
                .filter(institution -> !institution.equals(overseen))
                .filter(RegistryInstitution::takesReports)
                .findFirst();
    }

    private static Optional<RegistryInstitution> institution(
            String code, RegistryInstitution overseen, InstitutionRegistry registry) {
        Optional<Region> region = overseen.regionCode().flatMap(registry::region);
        return switch (code) {
            case PROVINCE -> region.flatMap(registry::provincialGovernment);
            case OWNER -> region.flatMap(registry::localGovernment);
            default -> registry.institution(code);
        };
    }
}
