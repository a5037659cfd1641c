package id.pintu.portal.pages.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Resolver of the request that begins a sign-in. It keeps the page that asked for it, the parameter {@code tujuan}, in the
 * session, to which the way back leads.
 */
final class SignInTargetKeeper implements OAuth2AuthorizationRequestResolver {

    static final String PARAMETER = "tujuan";

    private static final String ATTRIBUTE = SignInTargetKeeper.class.getName();

    /** Pages of officers on this site only. */
    private static final Pattern TARGET =
            Pattern.compile("/(?:instansi|meja|pengawasan)(?:/[A-Za-z0-9./-]*)?(?:\\?lang=(?:en|id))?");

    private final OAuth2AuthorizationRequestResolver resolver;

    SignInTargetKeeper(ClientRegistrationRepository accountService, String baseUri) {
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(accountService, baseUri);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return keepingTarget(request, resolver.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return keepingTarget(request, resolver.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest keepingTarget(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest begun) {
        String target = request.getParameter(PARAMETER);
        if (begun != null && target != null && isTarget(target)) {
            request.getSession().setAttribute(ATTRIBUTE, target);
        }
        return begun;
    }

    static boolean isTarget(String address) {
        return TARGET.matcher(address).matches() && !address.contains("//");
    }

    /** The page that asked to sign in, once. */
    static Optional<String> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ATTRIBUTE) instanceof String target) {
            session.removeAttribute(ATTRIBUTE);
            return Optional.of(target);
        }
        return Optional.empty();
    }
}
