package id.pintu.account.tokens;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import id.pintu.account.AccountServiceProperties;
import id.pintu.account.kafka.SigningKeyStore;
import id.pintu.account.signin.SecondFactorPolicy;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;

/** Spring configuration of the authorization server: its endpoints, and what they need. See ADR 0062. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http, SecondFactorPolicy secondFactor, JWKSource<SecurityContext> keys) throws Exception {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults())
                            .clientAuthentication(clients ->
                                    clients.authenticationProviders(providers -> providers.forEach(provider -> {
                                        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                                            secrets.setPasswordEncoder(new KeyPasswordEncoder());
                                        }
                                    })));
                })
                .authorizeHttpRequests(rules -> rules.requestMatchers("/oauth2/authorize")
                        .access(secondFactor)
                        .anyRequest() // by clients, who have authenticated by now, and by holders of a token
                        .authenticated())
                .exceptionHandling(secondFactor::askForSignIn)
                .oauth2ResourceServer(userInfo -> userInfo.jwt(
                        jwt -> jwt.decoder(NimbusJwtDecoder.withJwkSource(keys).build())))
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(AccountServiceProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(SigningKeyStore keys) {
        return (selector, context) -> selector.select(keys.keys());
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys, SigningKeyStore keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(signingKeys);
        encoder.setJwkSelector(keys::newestOf);
        return encoder;
    }

    @Bean
    OAuth2AuthorizationService authorizations(AccountServiceProperties properties) {
        return new ExpiringAuthorizationService(properties.signIns());
    }

    @Bean
    SigningKeyRotation signingKeyRotation(
            SigningKeyStore keys, AccountServiceProperties properties, InstantSource clock) {
        return new SigningKeyRotation(keys, properties, clock);
    }

    /** Scheduled task that replaces signing keys that are old. */
    static final class SigningKeyRotation {

        private final SigningKeyStore keys;
        private final AccountServiceProperties properties;
        private final InstantSource clock;

        SigningKeyRotation(SigningKeyStore keys, AccountServiceProperties properties, InstantSource clock) {
            this.keys = keys;
            this.properties = properties;
            this.clock = clock;
        }

        @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
        void rotate() {
            keys.rotate(properties.keyRotation(), clock.instant());
        }
    }
}
