package id.pintu.portal.pages.signin;

import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.PortalOAuthClient;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Spring configuration of the portal as an OAuth client: of account-service, or of the other provider that is configured. A
 * browser goes to the issuer's address; the portal itself may reach account-service at another one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ForeignSignInProperties.class)
class AccountServiceClientConfiguration {

    static final String REGISTRATION = "pintu";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Bean
    ClientRegistrationRepository accountService(
            @Value("${pintu.account.issuer}") String issuer,
            @Value("${pintu.account.url}") String url,
            ForeignSignInProperties foreign,
            InstallationSecrets secrets) {
        if (foreign.isConfigured()) {
            // Its metadata are fetched when the first officer signs in, so that the portal starts without it.
            return new SupplierClientRegistrationRepository(
                    () -> new InMemoryClientRegistrationRepository(foreignRegistration(foreign)));
        }
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(PortalOAuthClient.ID)
                .clientSecret(PortalOAuthClient.secret(secrets.current(SecretPurpose.OAUTH_CLIENTS)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + PortalOAuthClient.SIGNED_IN_PATH)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, AccountPrincipal.READ, AccountPrincipal.WRITE)
                .issuerUri(issuer)
                .authorizationUri(issuer + "/oauth2/authorize")
                .tokenUri(url + "/oauth2/token")
                .jwkSetUri(url + "/oauth2/jwks")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", issuer + "/connect/logout"))
                .clientSettings(withProofKey())
                .build());
    }

    private static ClientRegistration foreignRegistration(ForeignSignInProperties foreign) {
        return ClientRegistrations.fromIssuerLocation(foreign.issuerUri())
                .registrationId(REGISTRATION)
                .clientId(foreign.clientId())
                .clientSecret(foreign.clientSecret())
                .redirectUri("{baseUrl}" + PortalOAuthClient.SIGNED_IN_PATH)
                .scope(foreign.scopes())
                .userInfoUri(null) // who it is, is in the ID token
                .userNameAttributeName(foreign.subjectClaim())
                .clientSettings(withProofKey())
                .build();
    }

    private static ClientRegistration.ClientSettings withProofKey() {
        return ClientRegistration.ClientSettings.builder().requireProofKey(true).build();
    }

    /** Tokens are in the officer's session and end with it. */
    @Bean
    OAuth2AuthorizedClientRepository officerTokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager officerTokenManager(
            ClientRegistrationRepository accountService, OAuth2AuthorizedClientRepository officerTokens) {
        RestClientRefreshTokenTokenResponseClient refreshing = new RestClientRefreshTokenTokenResponseClient();
        refreshing.setRestClient(tokenEndpointClient());
        DefaultOAuth2AuthorizedClientManager manager =
                new DefaultOAuth2AuthorizedClientManager(accountService, officerTokens);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .refreshToken(refresh -> refresh.accessTokenResponseClient(refreshing))
                .build());
        return manager;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> officerTokenClient() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(tokenEndpointClient());
        return client;
    }

    /** Decoders of ID tokens, which wait for the provider's keys as little as its other clients do. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
        return registration ->
                decoders.computeIfAbsent(registration.getRegistrationId(), any -> idTokenDecoder(registration));
    }

    private static JwtDecoder idTokenDecoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri(), "no JWK set"))
                .restOperations(new RestTemplate(withTimeouts()))
                .jwsAlgorithms(accepted -> {
                    accepted.add(SignatureAlgorithm.RS256);
                    accepted.add(SignatureAlgorithm.PS256);
                    accepted.add(SignatureAlgorithm.ES256);
                })
                .build();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    private static RestClient tokenEndpointClient() {
        return RestClient.builder()
                .requestFactory(withTimeouts())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static SimpleClientHttpRequestFactory withTimeouts() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        return requests;
    }
}
