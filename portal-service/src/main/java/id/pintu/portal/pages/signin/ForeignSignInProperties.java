package id.pintu.portal.pages.signin;

import id.pintu.support.accounts.AccountPrincipal;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * Configuration properties of signing in at another OpenID provider; what its tokens mean is configured beside them.
 *
 * @param issuerUri its issuer; empty for account-service
 * @param clientId of the portal there
 * @param clientSecret of the portal there
 * @param scopes that the portal asks for; the provider must grant those of Pintu to officers
 * @param subjectClaim the claim of the ID token with the account's id
 */
@ConfigurationProperties("pintu.account.foreign")
record ForeignSignInProperties(
        @DefaultValue("") String issuerUri,
        @DefaultValue(REGISTERED_AS) String clientId,
        @DefaultValue("") String clientSecret,

        @DefaultValue({OidcScopes.OPENID, OidcScopes.PROFILE, AccountPrincipal.READ, AccountPrincipal.WRITE})
        List<String> scopes,

        @DefaultValue("sub") String subjectClaim) {

    private static final String REGISTERED_AS = "pintu-portal";

    boolean isConfigured() {
        return !issuerUri.isEmpty();
    }
}
