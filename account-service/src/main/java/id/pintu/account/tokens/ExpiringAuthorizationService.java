package id.pintu.account.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Authorizations of people who are signed in: in memory, as their sessions are, until they are not used for the length of a
 * sign-in. Those of programs are not kept: their tokens are not refreshed.
 */
final class ExpiringAuthorizationService implements OAuth2AuthorizationService {

    private static final long MAX_AUTHORIZATIONS = 200_000;

    private final Cache<String, OAuth2Authorization> byId;

    ExpiringAuthorizationService(Duration unused) {
        this.byId = Caffeine.newBuilder()
                .maximumSize(MAX_AUTHORIZATIONS)
                .expireAfterWrite(unused)
                .build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (isRefreshable(authorization)) {
            byId.put(authorization.getId(), authorization);
        }
    }

    private static boolean isRefreshable(OAuth2Authorization authorization) {
        return authorization.getAttribute(OAuth2ParameterNames.STATE) != null
                || authorization.getToken(OAuth2AuthorizationCode.class) != null;
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return byId.asMap().values().stream()
                .filter(each -> holds(each, token))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(OAuth2Authorization authorization, String token) {
        if (token.equals(authorization.getAttribute(OAuth2ParameterNames.STATE))) {
            return true;
        }
        OAuth2Authorization.Token<? extends OAuth2Token> held = authorization.getToken(token);
        return held != null;
    }
}
