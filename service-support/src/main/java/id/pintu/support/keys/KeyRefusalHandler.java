package id.pintu.support.keys;

import id.pintu.support.http.ProblemResponseWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Handler of refused requests: 401 without a valid key and 403 with one that is not enough, as problem+json and with the
 * header {@code WWW-Authenticate}; 404 for an address that no rule allows to anybody.
 */
final class KeyRefusalHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String UNLISTED = KeyRefusalHandler.class.getName() + ".unlisted";

    private final BearerTokenAuthenticationEntryPoint unauthenticated = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler forbidden = new BearerTokenAccessDeniedHandler();

    /** Last rule of the chain: denies what no rule before it allows. */
    static AuthorizationDecision denyUnlisted(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        context.getRequest().setAttribute(UNLISTED, true);
        return new AuthorizationDecision(false);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (request.getAttribute(UNLISTED) != null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        unauthenticated.commence(request, response, refusal);
        boolean keySent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        ProblemResponseWriter.write(
                response,
                HttpStatus.UNAUTHORIZED,
                keySent ? "unknown-key" : "key-required",
                keySent
                        ? "Header 'Authorization': the key is not valid, or no longer."
                        : "Header 'Authorization': is required, as 'Bearer <key>'.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (request.getAttribute(UNLISTED) != null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        forbidden.handle(request, response, refusal);
        ProblemResponseWriter.write(
                response, HttpStatus.FORBIDDEN, "forbidden", "Header 'Authorization': the key does not allow this.");
    }
}
