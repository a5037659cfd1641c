package id.pintu.portal.pages.reporter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Security configuration of a reporter's pages. They are open to everybody: intake-service checks the reporter key of each act. A form
 * needs a CSRF token where the key comes from the cookie, which a browser sends by itself.
 */
@Configuration(proxyBeanMethods = false)
class ReporterSecurityConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain reporterPagesFilterChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(ReporterPageAddress.TRACKING + "/**", ReporterPageAddress.RECEIPT + "/**", "/l/**")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .requireCsrfProtectionMatcher(request ->
                                CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && ReporterCookie.isPresent(request)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("pelapor-csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }
}
