package id.pintu.account.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Handler of requests of people who have signed in in part: asks for the one-time code, and goes on with the request then.
 */
final class SavedRequestDeniedHandler implements AccessDeniedHandler {

    private final SecondFactorPolicy policy;
    private final AuthenticationEntryPoint password;
    private final AuthenticationEntryPoint code;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

    SavedRequestDeniedHandler(
            SecondFactorPolicy policy, AuthenticationEntryPoint password, AuthenticationEntryPoint code) {
        this.policy = policy;
        this.password = password;
        this.code = code;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        requests.saveRequest(request, response);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        (person != null && policy.lacksCode(person) ? code : password)
                .commence(request, response, new InsufficientAuthenticationException("sign in first"));
    }
}
