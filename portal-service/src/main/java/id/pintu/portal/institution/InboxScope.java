package id.pintu.portal.institution;

import id.pintu.portal.inbox.InboxEntry;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.accounts.RoleGrant;
import java.util.List;
import java.util.Optional;

/**
 * The part of an institution's inbox that a caller may see.
 *
 * @param institution its code
 * @param account id of the caller's account
 * @param units the units whose complaints the caller may see; empty when all may be seen
 */
public record InboxScope(String institution, String account, List<String> units) {

    public InboxScope {
        units = List.copyOf(units);
    }

    public static InboxScope of(String institution, CallerGrants caller) {
        boolean all = caller.grants().stream().anyMatch(grant -> grant.unit().isEmpty());
        return new InboxScope(
                institution,
                caller.account(),
                all
                        ? List.of()
                        : caller.grants().stream()
                                .map(RoleGrant::unit)
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList());
    }

    /** Whether it is one of an officer of units, who sees nothing else. */
    public boolean isOfUnits() {
        return !units.isEmpty();
    }

    public boolean reaches(InboxEntry entry) {
        return entry.assignment()
                .filter(has -> has.institution().code().equals(institution))
                .filter(has ->
                        units.isEmpty() || has.unit().filter(units::contains).isPresent())
                .isPresent();
    }

    /** The unit that a list is for: the wished one, or for an officer of units one of these. */
    public Optional<String> unitFor(Optional<String> wished) {
        return units.isEmpty() ? wished : wished.filter(units::contains).or(() -> Optional.of(units.getFirst()));
    }
}
