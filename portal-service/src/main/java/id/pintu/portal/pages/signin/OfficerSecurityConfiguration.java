package id.pintu.portal.pages.signin;

import id.pintu.portal.pages.PageSecurityPolicy;
import id.pintu.portal.pages.desk.DeskPageAddress;
import id.pintu.portal.pages.inbox.InboxPageAddress;
import id.pintu.portal.pages.oversight.OversightPageAddress;
import id.pintu.support.accounts.PortalOAuthClient;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Security configuration of the officers' pages, those of the national desk, of the institutions and of oversight: one filter chain with
 * sign-in at account-service (OpenID Connect), a server-side session, CSRF tokens and headers. Every other path has the stateless
 * chain that all services share. See ADRs 0036 and 0065.
 */
@Configuration(proxyBeanMethods = false)
class OfficerSecurityConfiguration {

    private static final String CSRF_COOKIE = "petugas-csrf";

    private static final String COOKIE_PATH = "/";
    private static final String INSTITUTIONS = InboxPageAddress.ROOT + "/**";
    private static final String OVERSIGHT = OversightPageAddress.ROOT + "/**";

    private final LocaleResolver locales;
    private final DefaultRedirectStrategy redirects = new DefaultRedirectStrategy();

    OfficerSecurityConfiguration(LocaleResolver locales) {
        this.locales = locales;
        redirects.setStatusCode(HttpStatus.SEE_OTHER);
    }

    @Bean
    @Order(1)
    SecurityFilterChain officerPagesFilterChain(
            HttpSecurity http,
            ClientRegistrationRepository accountService,
            OAuth2AuthorizedClientRepository officerTokens,
            @Value("${pintu.portal.sign-in-at}") URI issuer,
            @Value("${server.servlet.session.cookie.name}") String sessionCookie)
            throws Exception {
        return http.securityMatcher(DeskPageAddress.ALL, INSTITUTIONS, OVERSIGHT)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(
                                neighbourSite(),
                                PathPatternRequestMatcher.pathPattern(DeskPageAddress.SIGN_IN_PAGE),
                                PathPatternRequestMatcher.pathPattern(DeskPageAddress.NOT_PERMITTED_PAGE))
                        .denyAll()
                        .requestMatchers(HttpMethod.GET, OfficerSignInController.FORM_PATHS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .oauth2Login(login -> login.clientRegistrationRepository(accountService)
                        .authorizedClientRepository(officerTokens)
                        .loginPage(DeskPageAddress.SIGN_IN_PAGE)
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(
                                new SignInTargetKeeper(accountService, OfficerSignInController.SIGN_IN)))
                        .redirectionEndpoint(back -> back.baseUri(PortalOAuthClient.SIGNED_IN_PATH))
                        .successHandler((request, response, officer) -> redirectToTarget(request, response))
                        .failureHandler(new ForwardAuthenticationFailureHandler(DeskPageAddress.SIGN_IN_PAGE)))
                .logout(form -> form.logoutUrl(OfficerSignInController.SIGN_OUT)
                        .addLogoutHandler(new CookieClearingLogoutHandler(expired(sessionCookie)))
                        .logoutSuccessHandler(signOutAtAccountService(accountService)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(signInPage()).accessDeniedPage(DeskPageAddress.SIGN_IN_PAGE))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PageSecurityPolicy.withFormsTo(issuer)))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /**
     * A form from another host of the same domain. The browser sends such a request with the cookies, and the other host
     * can set a CSRF cookie for the whole domain, so that the token alone would not stop it.
     */
    private static RequestMatcher neighbourSite() {
        return RequestMatchers.allOf(
                request -> request.getMethod().equals(HttpMethod.POST.name()),
                new RequestHeaderRequestMatcher("Sec-Fetch-Site", "same-site"));
    }

    /** In a cookie and not in the session, so that only signed-in officers have a session. */
    private static CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookiePath(COOKIE_PATH);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    /** Shows the sign-in page at the address that was asked for. */
    private static AuthenticationEntryPoint signInPage() {
        LoginUrlAuthenticationEntryPoint entryPoint =
                new LoginUrlAuthenticationEntryPoint(DeskPageAddress.SIGN_IN_PAGE);
        entryPoint.setUseForward(true);
        return entryPoint;
    }

    /** Ends the sign-in at account-service as well: otherwise the next one would need no password. */
    private static LogoutSuccessHandler signOutAtAccountService(ClientRegistrationRepository accountService) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(accountService);
        handler.setPostLogoutRedirectUri("{baseUrl}" + PortalOAuthClient.SIGNED_OUT_PATH);
        return handler;
    }

    private static Cookie expired(String name) {
        Cookie cookie = new Cookie(name, "");
        cookie.setPath(COOKIE_PATH);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(0);
        return cookie;
    }

    /** To the page that asked to sign in, or else to the desk's. */
    private void redirectToTarget(HttpServletRequest request, HttpServletResponse response) throws IOException {
        redirects.sendRedirect(
                request,
                response,
                SignInTargetKeeper.take(request)
                        .orElseGet(() -> DeskPageAddress.START.url(locales.resolveLocale(request))));
    }
}
