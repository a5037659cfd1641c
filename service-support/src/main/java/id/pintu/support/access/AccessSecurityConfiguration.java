package id.pintu.support.access;

import id.pintu.events.IntakeChannel;
import id.pintu.support.accounts.AccessTokenReader;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.keys.BearerKeyReader;
import id.pintu.support.keys.ChannelCredential;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Security configuration of every service: the stateless chain of all paths that have no chain of their own. A bearer
 * token with two dots is an access token, any other the key of a program; both lead to one kind of authentication, with an
 * {@link AccountPrincipal}, except that the key of a channel has a principal with a {@link ChannelCredential}. What they may
 * do is in {@link AccessRules}.
 */
@Configuration(proxyBeanMethods = false)
public class AccessSecurityConfiguration {

    @Bean
    AccessRuleMatcher accessRuleMatcher() {
        return new AccessRuleMatcher(AccessRules.ALL);
    }

    @Bean
    SecurityFilterChain accessFilterChain(
            HttpSecurity http, AccessRuleMatcher rules, AccessTokenReader tokens, BearerKeyReader keys)
            throws Exception {
        AccessRefusalHandler refusals = new AccessRefusalHandler();
        AuthenticationManager authenticator = authentication -> authenticate(authentication, tokens, keys);
        // Tokens and keys are sent in a header, so CSRF does not apply; pages with a session have their own chain.
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'self'; form-action 'self'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access(new AccessRuleAuthorizer(rules, ChannelCredential.authority(IntakeChannel.SMS))))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> authenticator)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .build();
    }

    private static Authentication authenticate(Authentication sent, AccessTokenReader tokens, BearerKeyReader keys) {
        String token = ((BearerTokenAuthenticationToken) sent).getToken();
        OAuth2AuthenticatedPrincipal principal = isAccessToken(token) ? tokens.read(token) : keys.read(token);
        return new BearerTokenAuthentication(
                principal,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token, null, null),
                principal.getAuthorities());
    }

    private static boolean isAccessToken(String token) {
        return token.chars().filter(each -> each == '.').count() == 2;
    }
}
