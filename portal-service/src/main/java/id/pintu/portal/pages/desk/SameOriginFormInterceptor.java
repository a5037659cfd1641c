package id.pintu.portal.pages.desk;

import id.pintu.support.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what another site's page sends to the desk's: its officer's browser would bring the cookie along, were it not
 * for SameSite. Browsers say where a form comes from in {@code Sec-Fetch-Site}, which a proxy does not blur, or else in
 * {@code Origin}. What says neither is no browser of today, and has no cookie either.
 */
final class SameOriginFormInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET") && !isSameOrigin(request)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN, "another-site", "This form does not come from the desk's own page.");
        }
        return true;
    }

    private static boolean isSameOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || sameHost(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
