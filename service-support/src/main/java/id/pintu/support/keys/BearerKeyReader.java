package id.pintu.support.keys;

import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reader of bearer keys, the credentials of programs that do not ask for access tokens. An institution's key acts as its
 * integrator, the desk's as desk and arbiter, the operator's token as system operator, a channel's for its channel.
 */
public final class BearerKeyReader {

    private static final AccountPrincipal OPERATOR =
            AccountPrincipal.program("operator", RoleGrant.nationwide(AccountRole.SYSTEM_OPERATOR));
    private static final AccountPrincipal DESK = AccountPrincipal.program(
            StoredInstitutionKey.DESK,
            RoleGrant.nationwide(AccountRole.NATIONAL_DESK),
            RoleGrant.nationwide(AccountRole.ARBITER));

    private final InstallationSecrets secrets;
    private final InstitutionKeyIndex institutions;
    private final ChannelKeyIndex channels;

    BearerKeyReader(InstallationSecrets secrets, InstitutionKeyIndex institutions, ChannelKeyIndex channels) {
        this.secrets = secrets;
        this.institutions = institutions;
        this.channels = channels;
    }

    /**
     * @throws InvalidBearerTokenException when nobody has this key
     */
    public OAuth2AuthenticatedPrincipal read(String key) {
        return operator(key)
                .or(() -> institutions.ownerOf(key).map(BearerKeyReader::principal))
                .<OAuth2AuthenticatedPrincipal>map(found -> found)
                .or(() -> channels.credentialOf(key).map(ChannelCredential::toPrincipal))
                .orElseThrow(() -> new InvalidBearerTokenException("unknown key"));
    }

    private Optional<AccountPrincipal> operator(String key) {
        return secrets.accepted(SecretPurpose.OPERATOR).stream()
                        .anyMatch(secret -> InstallationSecret.constantTimeEquals(key, secret.operatorToken()))
                ? Optional.of(OPERATOR)
                : Optional.empty();
    }

    private static AccountPrincipal principal(String code) {
        return code.equals(StoredInstitutionKey.DESK)
                ? DESK
                : AccountPrincipal.program(code, RoleGrant.within(AccountRole.INTEGRATOR, code));
    }
}
