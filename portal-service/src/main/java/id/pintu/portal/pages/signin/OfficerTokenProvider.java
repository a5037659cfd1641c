package id.pintu.portal.pages.signin;

import id.pintu.portal.desk.OfficerToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;

/** Provider of the access token of the officer who sent a request, refreshed at account-service when it expires. */
@Component
public class OfficerTokenProvider {

    private static final Logger log = LoggerFactory.getLogger(OfficerTokenProvider.class);

    private final OAuth2AuthorizedClientManager clients;

    OfficerTokenProvider(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /**
     * @throws AuthenticationException when the sign-in has ended at account-service
     * @throws ResponseStatusException 503 when account-service does not answer
     */
    public OfficerToken tokenOf(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Authentication officer)) {
            throw new IllegalStateException("the security filter chain let a request without an officer pass");
        }
        OAuth2AuthorizeRequest.Builder asked = OAuth2AuthorizeRequest.withClientRegistrationId(
                        AccountServiceClientConfiguration.REGISTRATION)
                .principal(officer)
                .attribute(HttpServletRequest.class.getName(), request);
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            asked.attribute(HttpServletResponse.class.getName(), attributes.getResponse());
        }
        try {
            OAuth2AuthorizedClient client = clients.authorize(asked.build());
            if (client != null) {
                return new OfficerToken(client.getAccessToken().getTokenValue());
            }
        } catch (OAuth2AuthorizationException e) {
            String cause = e.getError().getErrorCode();
            log.info("no token for an officer: {}", cause);
            if (!cause.equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
        }
        throw new AuthenticationCredentialsNotFoundException("the sign-in has ended");
    }
}
