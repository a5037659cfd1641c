package id.pintu.routing.decision;

import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.util.Optional;
import java.util.Set;

/** An institution that cannot take a report is replaced by its province; where that cannot either, by nobody. */
record FallBack(Registry registry, Set<String> refusedBy, Explanation why) {

    Optional<Proposal> apply(Proposal proposal) {
        Registration institution = proposal.institution();
        if (refusedBy.contains(institution.code())) {
            why.add("refused-by=" + institution.code());
            return Optional.empty();
        }
        Optional<String> obstacle = institution.obstacle();
        if (obstacle.isEmpty()) {
            return Optional.of(proposal);
        }
        why.add(obstacle.get() + "=" + institution.code());
        why.add("instead-of=" + institution.name());
        return institution
                .regionCode()
                .flatMap(registry::region)
                .flatMap(registry::provincialGovernment)
                .filter(Registration::takesReports)
                .filter(province -> !refusedBy.contains(province.code()))
                .map(proposal::fallenBackTo);
    }
}
