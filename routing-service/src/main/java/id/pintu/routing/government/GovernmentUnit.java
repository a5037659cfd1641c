package id.pintu.routing.government;

import id.pintu.routing.registry.InstitutionKind;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unit that institutions of some kinds usually have, or that one institution has.
 *
 * @param name such as {@code Dinas Perhubungan}
 * @param names what else it is called, such as {@code Dishub}
 * @param institutionKinds of the institutions that usually have it
 * @param institution code of the one that has it
 */
public record GovernmentUnit(
        String name, List<String> names, Set<InstitutionKind> institutionKinds, Optional<String> institution) {

    public GovernmentUnit {
        names = List.copyOf(names);
        institutionKinds = Set.copyOf(institutionKinds);
    }

    /** One that all institutions of these kinds have. */
    public static GovernmentUnit commonTo(String name, List<String> names, Set<InstitutionKind> kinds) {
        return new GovernmentUnit(name, names, kinds, Optional.empty());
    }

    /** One that this institution has. */
    public static GovernmentUnit ofInstitution(RegistryInstitution institution, String name, List<String> names) {
        return new GovernmentUnit(name, names, Set.of(), Optional.of(institution.code()));
    }

    boolean isCommon() {
        return institution.isEmpty();
    }

    boolean isCommonIn(RegistryInstitution candidate) {
        return candidate.entry().knownKind().filter(institutionKinds::contains).isPresent();
    }

    boolean belongsTo(RegistryInstitution candidate) {
        return institution.filter(candidate.code()::equals).isPresent();
    }
}
