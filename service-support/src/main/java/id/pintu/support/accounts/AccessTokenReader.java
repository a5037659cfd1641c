package id.pintu.support.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reader of access tokens: checks one and returns whose it is and what it grants. */
public final class AccessTokenReader {

    private static final String SCOPE = "scope";

    private final JwtDecoder decoder;
    private final String subjectClaim;
    private final RoleClaimReader roles;

    AccessTokenReader(JwtDecoder decoder, String subjectClaim, RoleClaimReader roles) {
        this.decoder = decoder;
        this.subjectClaim = subjectClaim;
        this.roles = roles;
    }

    /**
     * @throws InvalidBearerTokenException when the token is not accepted
     * @throws IssuerUnavailableException when the issuer's keys cannot be fetched
     */
    public AccountPrincipal read(String token) {
        Jwt jwt = decode(token);
        String account = jwt.getClaimAsString(subjectClaim);
        if (account == null || account.isBlank()) {
            throw new InvalidBearerTokenException("the token has no subject");
        }
        return new AccountPrincipal(account, roles.read(jwt), scopes(jwt));
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("the token is not accepted", e);
        } catch (JwtException | JwtDecoderInitializationException e) {
            throw new IssuerUnavailableException(e);
        }
    }

    private static Set<String> scopes(Jwt jwt) {
        return switch (jwt.getClaims().get(SCOPE)) {
            case String text ->
                Arrays.stream(text.split(" ")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
            case Collection<?> all ->
                all.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }

    /** The keys of the issuer cannot be fetched at this moment, so that no token can be checked. */
    public static final class IssuerUnavailableException extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        IssuerUnavailableException(Throwable cause) {
            super("the issuer of access tokens does not answer", cause);
        }
    }
}
