package id.pintu.routing.decision;

import id.pintu.routing.places.RegionRanking;
import id.pintu.routing.places.ScoredRegion;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.RoutingRule.GovernmentAffair;
import java.util.List;
import java.util.Optional;

/**
 * Resolver of the institution that is responsible for a government affair in the place a report is about; none when the law
 * depends on the place and no place is certain.
 */
record JurisdictionResolver(InstitutionRegistry registry, RegionRanking places) {

    private static final double CERTAIN = 1;

    Optional<RegistryInstitution> resolve(GovernmentAffair affair) {
        if (affair.institution().isPresent()) {
            return affair.institution().flatMap(registry::institution);
        }
        return switch (affair.level()) {
            case PUSAT, BUMN -> Optional.empty();
            case PROVINSI ->
                certain(places.provinces())
                        .or(() -> certain(places.regencies()))
                        .flatMap(registry::provincialGovernment);
            case KABKOTA, DESA -> region().flatMap(registry::localGovernment);
            case BUMD ->
                region().flatMap(place -> affair.unit()
                        .flatMap(unit -> registry.regionalCompany(place, unit))
                        .or(() -> registry.localGovernment(place)));
        };
    }

    private Optional<Region> region() {
        return certain(places.regencies()).or(() -> certain(places.provinces()));
    }

    private static Optional<Region> certain(List<ScoredRegion> located) {
        return located.stream()
                .findFirst()
                .filter(first -> first.score() >= CERTAIN)
                .filter(first ->
                        located.size() == 1 || first.score() > located.get(1).score())
                .map(ScoredRegion::region);
    }
}
