package id.pintu.support.accounts;

import id.pintu.events.EventActor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who acts: an account, and the role by which it may. As text the id, a space and the role, such as
 * {@code program/DESK national-desk}; never a name.
 *
 * @param account opaque id of a person's account, or {@code program/} and the code or name of a program
 */
public record ActingAccount(String account, RoleGrant grant) {

    /** The actor of a request that a role allowed; empty for one that everybody may make. */
    public static Optional<ActingAccount> of(HttpServletRequest request) {
        return CallerGrants.of(request).map(CallerGrants::actor);
    }

    /**
     * The actor of a request to a path that needs a role.
     *
     * @throws IllegalStateException when no access rule with roles allowed it
     */
    public static ActingAccount required(HttpServletRequest request) {
        return CallerGrants.required(request).actor();
    }

    /** As events have it. */
    public EventActor toEventActor() {
        return new EventActor(account, grant.toString());
    }

    @Override
    public String toString() {
        return account + " " + grant;
    }
}
