package id.pintu.account.tokens;

import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.signin.SignIn;
import id.pintu.account.signin.SignInRegistry;
import id.pintu.support.accounts.AccessTokenClaims;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.StoredInstitutionKey;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Claims of tokens. An access token says for whom it is ({@code aud} pintu), whose it is ({@code sub}, opaque), which
 * sign-in it belongs to ({@code sid}) and the {@code roles} held when it was issued. Only the ID token, which the portal
 * gets, has a name.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final AccountStore accounts;
    private final SignInRegistry signIns;
    private final InstitutionKeyIndex keys;
    private final InstantSource clock;

    TokenClaims(AccountStore accounts, SignInRegistry signIns, InstitutionKeyIndex keys, InstantSource clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @throws OAuth2AuthenticationException {@code invalid_grant} when the sign-in was ended, or the account is gone
     */
    @Override
    public void customize(JwtEncodingContext context) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            describeProgram(context);
        } else {
            describePerson(context);
        }
    }

    private void describeProgram(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        List<RoleGrant> grants = client.equals(StoredInstitutionKey.DESK)
                ? List.of(RoleGrant.nationwide(AccountRole.NATIONAL_DESK), RoleGrant.nationwide(AccountRole.ARBITER))
                : List.of(RoleGrant.within(AccountRole.INTEGRATOR, client));
        int generation = keys.find(client)
                .orElseThrow(() -> ended("the key was revoked"))
                .generation();
        context.getClaims()
                .subject(AccountPrincipal.program(client).account())
                .audience(List.of(AccessTokenClaims.AUDIENCE))
                .claim(AccessTokenClaims.KEY_GENERATION, String.valueOf(generation))
                .claim(AccessTokenClaims.ROLES, texts(grants));
    }

    private void describePerson(JwtEncodingContext context) {
        SignIn signIn = Optional.ofNullable(context.<Authentication>getPrincipal())
                .flatMap(signIns::activeOf)
                .orElseThrow(() -> ended("the sign-in was ended"));
        PersonAccount account = accounts.find(signIn.account()).orElseThrow(() -> ended("the account was removed"));
        List<RoleGrant> grants = account.grantsAt(clock.instant());
        context.getClaims().claim(AccessTokenClaims.ROLES, texts(grants));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims()
                    .claim(AccessTokenClaims.SIGN_IN, signIn.id())
                    .audience(List.of(AccessTokenClaims.AUDIENCE));
        } else {
            context.getClaims().claim("name", account.name());
        }
    }

    private static OAuth2AuthenticationException ended(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, why, null));
    }

    private static List<String> texts(Collection<RoleGrant> grants) {
        return grants.stream().map(RoleGrant::toString).toList();
    }
}
