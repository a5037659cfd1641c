package id.pintu.support.audit;

import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.audit.record.AuditEntry.AuditActor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Static functions about who acts, as Spring Security knows them. */
final class AuditActors {

    /** Authorities that say how somebody signed in, or what a token is for; not who somebody is. */
    private static final Pattern NO_ROLE = Pattern.compile("(SCOPE|FACTOR)_.*");

    private AuditActors() {}

    /** The caller; empty for somebody without a valid key or session. */
    static Optional<AuditActor> of(@Nullable Authentication caller) {
        return caller == null || caller instanceof AnonymousAuthenticationToken || !caller.isAuthenticated()
                ? Optional.empty()
                : Optional.of(new AuditActor(caller.getName(), roles(caller)));
    }

    /** The caller of a request, with the roles by which it is allowed. */
    static AuditActor of(CallerGrants caller) {
        return new AuditActor(caller.account(), texts(caller.grants()));
    }

    private static List<String> roles(Authentication caller) {
        if (caller.getPrincipal() instanceof AccountPrincipal account) {
            return texts(account.grants());
        }
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(Stream::ofNullable)
                .filter(each -> !NO_ROLE.matcher(each).matches())
                .sorted()
                .toList();
    }

    private static List<String> texts(List<RoleGrant> grants) {
        return grants.stream().map(RoleGrant::toString).sorted().toList();
    }

    /** Codes of the institutions for which somebody acts. */
    static Stream<String> institutions(AuditActor actor) {
        return actor.roles().stream().flatMap(role -> institution(role).stream());
    }

    private static Optional<String> institution(String role) {
        try {
            return RoleGrant.parse(role).institution();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an authority that is no role of an account
        }
    }
}
