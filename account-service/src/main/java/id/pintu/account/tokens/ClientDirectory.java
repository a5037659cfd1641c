package id.pintu.account.tokens;

import id.pintu.account.AccountServiceProperties;
import id.pintu.events.Sha256Digest;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.PortalOAuthClient;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.SecretPurpose;
import java.net.URI;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * OAuth clients: the portal, for people, and the program of each institution, whose client id is the institution's code and
 * whose secret is the institution's key, as {@code ./pintu key} prints it.
 */
@Component
class ClientDirectory implements RegisteredClientRepository {

    private final AccountServiceProperties properties;
    private final InstitutionKeyIndex keys;
    private final RegisteredClient portal;

    ClientDirectory(AccountServiceProperties properties, InstitutionKeyIndex keys, InstallationSecrets secrets) {
        this.properties = properties;
        this.keys = keys;
        this.portal = portal(
                properties,
                secrets.accepted(SecretPurpose.OAUTH_CLIENTS).stream()
                        .map(secret -> Sha256Digest.hexadecimal(PortalOAuthClient.secret(secret)))
                        .collect(Collectors.joining(KeyPasswordEncoder.SEPARATOR)));
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(PortalOAuthClient.ID)
                ? portal
                : keys.find(clientId).map(key -> program(clientId, key.hash())).orElse(null);
    }

    /** Clients are made from keys and settings; there is nothing to save. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients follow from keys and settings");
    }

    private static RegisteredClient portal(AccountServiceProperties properties, String secretHashes) {
        RegisteredClient.Builder client = RegisteredClient.withId(PortalOAuthClient.ID)
                .clientId(PortalOAuthClient.ID)
                .clientSecret(secretHashes)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(AccountPrincipal.READ)
                .scope(AccountPrincipal.WRITE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.accessTokens())
                        .refreshTokenTimeToLive(properties.signIns())
                        .reuseRefreshTokens(true) // by a client with a secret; two tabs may refresh at once
                        .build());
        for (URI address : properties.portals()) {
            client.redirectUri(address + PortalOAuthClient.SIGNED_IN_PATH)
                    .postLogoutRedirectUri(address + PortalOAuthClient.SIGNED_OUT_PATH);
        }
        return client.build();
    }

    private RegisteredClient program(String code, String keyHash) {
        return RegisteredClient.withId(code)
                .clientId(code)
                .clientSecret(keyHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(AccountPrincipal.READ)
                .scope(AccountPrincipal.WRITE)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.accessTokens())
                        .build())
                .build();
    }
}
