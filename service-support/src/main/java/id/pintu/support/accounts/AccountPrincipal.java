package id.pintu.support.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * Principal of an authenticated request, whether it came with an access token or with the key of a program. Its authorities
 * are {@code SCOPE_} and each scope, {@code ROLE_} and each role.
 *
 * @param account opaque id of the account
 * @param grants its roles
 * @param scopes what it may use them for
 */
public record AccountPrincipal(String account, List<RoleGrant> grants, Set<String> scopes)
        implements OAuth2AuthenticatedPrincipal {

    /** Scope of requests that change nothing. */
    public static final String READ = "pintu.read";

    /** Scope of all other requests. */
    public static final String WRITE = "pintu.write";

    private static final String PROGRAM_PREFIX = "program/";

    public AccountPrincipal {
        grants = List.copyOf(grants);
        scopes = Set.copyOf(scopes);
    }

    /** A program with a key, which may use its roles for everything. */
    public static AccountPrincipal program(String name, RoleGrant... grants) {
        return new AccountPrincipal(PROGRAM_PREFIX + name, List.of(grants), Set.of(READ, WRITE));
    }

    /** Name of a program by its account id; empty for a person. */
    public static Optional<String> programName(String account) {
        return account.startsWith(PROGRAM_PREFIX)
                ? Optional.of(account.substring(PROGRAM_PREFIX.length()))
                : Optional.empty();
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("sub", account);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(Stream.concat(
                        scopes.stream().sorted().map(scope -> "SCOPE_" + scope),
                        grants.stream()
                                .map(grant -> "ROLE_" + grant.role().wireName())
                                .distinct()
                                .sorted())
                .toList());
    }
}
