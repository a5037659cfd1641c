package id.pintu.support.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The grants by which the caller of a request may make it, as the access rules found them; the first is the one it acts by. A
 * controller narrows them where that depends on the complaint.
 *
 * @param account id of the caller's account
 * @param grants at least one, in the order of the rule's roles
 */
public record CallerGrants(String account, List<RoleGrant> grants) {

    /** Name of the request attribute, for handlers that need to know the caller and not the whole request. */
    public static final String ATTRIBUTE = "id.pintu.support.accounts.CallerGrants";

    /**
     * @throws IllegalArgumentException without a grant
     */
    public CallerGrants {
        grants = List.copyOf(grants);
        if (grants.isEmpty()) {
            throw new IllegalArgumentException("no grant");
        }
    }

    /** Those of a request; empty for one that everybody may make. */
    public static Optional<CallerGrants> of(HttpServletRequest request) {
        return Optional.ofNullable((CallerGrants) request.getAttribute(ATTRIBUTE));
    }

    /**
     * Those of a request to a path that needs a role.
     *
     * @throws IllegalStateException when no access rule with roles allowed it
     */
    public static CallerGrants required(HttpServletRequest request) {
        return of(request).orElseThrow(() -> new IllegalStateException("no access rule allowed this request"));
    }

    /** Notes them with a request, for {@link #of}. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public ActingAccount actor() {
        return new ActingAccount(account, grants.getFirst());
    }

    /** Whether one of them is of this role. */
    public boolean include(AccountRole role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /**
     * Those that reach the complaints of a unit: all but the grants of the officers of other units.
     *
     * @param unit that has the complaint; empty while none has
     * @return empty when there is none
     */
    public Optional<CallerGrants> reachingUnit(Optional<String> unit) {
        List<RoleGrant> reaching = grants.stream()
                .filter(grant -> grant.unit().isEmpty() || grant.unit().equals(unit))
                .toList();
        return reaching.isEmpty() ? Optional.empty() : Optional.of(new CallerGrants(account, reaching));
    }
}
