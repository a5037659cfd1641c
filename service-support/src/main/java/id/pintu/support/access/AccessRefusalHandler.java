package id.pintu.support.access;

import id.pintu.support.access.AccessRuleAuthorizer.UnlistedRequestDecision;
import id.pintu.support.accounts.AccessTokenReader.IssuerUnavailableException;
import id.pintu.support.http.ProblemResponseWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Handler of refused requests: 401 without a valid token or key and 403 with one that is not enough, as problem+json and with
 * the header {@code WWW-Authenticate}; 404 for a path that no rule is about, 405 for a method that its path does not have;
 * 503 while tokens cannot be checked.
 */
final class AccessRefusalHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final BearerTokenAuthenticationEntryPoint unauthenticated = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler forbidden = new BearerTokenAccessDeniedHandler();

    private static Optional<UnlistedRequestDecision> unlisted(@Nullable Throwable refusal) {
        return refusal instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof UnlistedRequestDecision decision
                ? Optional.of(decision)
                : Optional.empty();
    }

    private static void refuseUnlisted(HttpServletResponse response, UnlistedRequestDecision decision)
            throws IOException {
        if (decision.allowed().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", new TreeSet<>(decision.allowed())));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Optional<UnlistedRequestDecision> unlisted = unlisted(refusal.getCause());
        if (unlisted.isPresent()) {
            refuseUnlisted(response, unlisted.get());
            return;
        }
        if (refusal instanceof IssuerUnavailableException) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            ProblemResponseWriter.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "try-later",
                    "The access token cannot be checked at this moment.");
            return;
        }
        unauthenticated.commence(request, response, refusal);
        boolean keySent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        ProblemResponseWriter.write(
                response,
                HttpStatus.UNAUTHORIZED,
                keySent ? "unknown-key" : "key-required",
                keySent
                        ? "Header 'Authorization': the token or key is not valid, or no longer."
                        : "Header 'Authorization': is required, as 'Bearer <token or key>'.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        Optional<UnlistedRequestDecision> unlisted = unlisted(refusal);
        if (unlisted.isPresent()) {
            refuseUnlisted(response, unlisted.get());
            return;
        }
        forbidden.handle(request, response, refusal);
        ProblemResponseWriter.write(
                response,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Header 'Authorization': the token or key does not allow this.");
    }
}
