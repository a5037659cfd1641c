package id.pintu.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties {@code pintu.account}.
 *
 * @param issuer address of the account pages in a browser, and issuer of the tokens
 * @param portals addresses of the portal, to which a browser returns after signing in
 * @param mailFrom sender of the mails with one-time links
 * @param accessTokens how long an access token is valid: a role that ended ends with it
 * @param signIns how long a sign-in lasts without being used
 * @param invitations how long the link of an invitation works
 * @param resets how long a link that sets a new password works
 * @param keyRotation age at which a signing key is replaced; it is published for another day
 */
@ConfigurationProperties("pintu.account")
public record AccountServiceProperties(
        @DefaultValue("http://localhost:8085") URI issuer,
        @DefaultValue("http://localhost:8080") List<URI> portals,
        @DefaultValue("SP4N-LAPOR! <noreply@localhost>") String mailFrom,
        @DefaultValue("5m") Duration accessTokens,
        @DefaultValue("12h") Duration signIns,
        @DefaultValue("7d") Duration invitations,
        @DefaultValue("1h") Duration resets,
        @DefaultValue("30d") Duration keyRotation) {

    /** Address of a page, for mails and redirects. */
    public String page(String path) {
        return issuer.toString().replaceAll("/$", "") + path;
    }
}
