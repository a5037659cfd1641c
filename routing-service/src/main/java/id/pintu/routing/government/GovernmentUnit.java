package id.pintu.routing.government;

import id.pintu.routing.registry.InstitutionKind;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Immutable unit, either common to institutions of some kinds or belonging to one institution.
 *
 * @param name such as {@code Dinas Perhubungan}
 * @param names other names, such as {@code Dishub}
 * @param institutionKinds kinds of institutions that usually have it
 * @param institution code of the institution it belongs to; empty for a common unit
 * @param affairs what the rule book calls a unit with its affairs, and codes of the national institutions of the same affairs
 */
public record GovernmentUnit(
        String name,
        List<String> names,
        Set<InstitutionKind> institutionKinds,
        Optional<String> institution,
        List<String> affairs) {

    public GovernmentUnit {
        names = List.copyOf(names);
        institutionKinds = Set.copyOf(institutionKinds);
        affairs = List.copyOf(affairs);
    }

    /** Unit that institutions of these kinds usually have. */
    public static GovernmentUnit commonTo(
            String name, List<String> names, Set<InstitutionKind> kinds, List<String> affairs) {
        return new GovernmentUnit(name, names, kinds, Optional.empty(), affairs);
    }

    /** Unit of one institution. */
    public static GovernmentUnit ofInstitution(RegistryInstitution institution, String name, List<String> names) {
        return new GovernmentUnit(name, names, Set.of(), Optional.of(institution.code()), List.of());
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
