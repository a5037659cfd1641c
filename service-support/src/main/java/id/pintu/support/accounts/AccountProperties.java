package id.pintu.support.accounts;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of access tokens, {@code pintu.account}.
 *
 * @param issuer claim {@code iss}: the address of the account pages in a browser
 * @param url where services reach account-service
 * @param foreign another OpenID provider instead
 */
@ConfigurationProperties("pintu.account")
record AccountProperties(
        @DefaultValue("http://localhost:8085") String issuer,
        @DefaultValue("http://localhost:8085") String url,
        @DefaultValue ForeignIssuerProperties foreign) {

    /**
     * Another OpenID provider, whose tokens are accepted instead of those of account-service.
     *
     * @param issuerUri its issuer, where {@code /.well-known/openid-configuration} is; empty for account-service
     * @param rolesClaim the claim with the roles; with dots between, a path into nested objects
     * @param subjectClaim the claim with the account's id
     * @param audience that its tokens have for Pintu
     * @param roles Pintu's role, as {@link RoleGrant} parses it, by the provider's value
     * @param acceptOwnRoles whether a value that is not mapped, but is a role as Pintu writes it, is one
     */
    record ForeignIssuerProperties(
            @DefaultValue("") String issuerUri,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("sub") String subjectClaim,
            @DefaultValue("pintu") String audience,
            @DefaultValue Map<String, String> roles,
            @DefaultValue("false") boolean acceptOwnRoles) {

        boolean isConfigured() {
            return !issuerUri.isEmpty();
        }
    }
}
