package id.pintu.routing.decision;

import id.pintu.events.ReasonFactName;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.Optional;
import java.util.Set;

/** Step that replaces an institution that cannot take a report by its province; without a usable province it drops the proposal. */
record ProvinceFallback(InstitutionRegistry registry, Set<String> refusedBy, ReasonBuilder reasonBuilder) {

    Optional<AssignmentProposal> apply(AssignmentProposal proposal) {
        RegistryInstitution institution = proposal.institution();
        if (refusedBy.contains(institution.code())) {
            reasonBuilder.add(ReasonFactName.REFUSED_BY, institution.code());
            return Optional.empty();
        }
        Optional<ReasonFactName> obstacle = institution.unavailableReason();
        if (obstacle.isEmpty()) {
            return Optional.of(proposal);
        }
        reasonBuilder.add(obstacle.get(), institution.code());
        reasonBuilder.add(ReasonFactName.INSTEAD_OF, institution.name());
        return institution
                .regionCode()
                .flatMap(registry::region)
                .flatMap(registry::provincialGovernment)
                .filter(RegistryInstitution::takesReports)
                .filter(province -> !refusedBy.contains(province.code()))
                .map(proposal::fallBackTo);
    }
}
