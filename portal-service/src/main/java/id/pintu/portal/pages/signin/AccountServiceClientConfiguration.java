package id.pintu.portal.pages.signin;

import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.PortalOAuthClient;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * Spring configuration of the portal as an OAuth client of account-service. A browser goes to the issuer's address; the portal
 * itself may reach account-service at another one.
 */
@Configuration(proxyBeanMethods = false)
class AccountServiceClientConfiguration {

    static final String REGISTRATION = "pintu";

    @Bean
    ClientRegistrationRepository accountService(
            @Value("${pintu.account.issuer}") String issuer,
            @Value("${pintu.account.url}") String url,
            InstallationSecrets secrets) {
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
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build());
    }

    /** Tokens are in the officer's session and end with it. */
    @Bean
    OAuth2AuthorizedClientRepository officerTokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager officerTokenManager(
            ClientRegistrationRepository accountService, OAuth2AuthorizedClientRepository officerTokens) {
        DefaultOAuth2AuthorizedClientManager manager =
                new DefaultOAuth2AuthorizedClientManager(accountService, officerTokens);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
        return manager;
    }
}
