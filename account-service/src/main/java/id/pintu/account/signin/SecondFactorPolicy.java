package id.pintu.account.signin;

import id.pintu.account.kafka.AccountStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Authorization manager that lets in who has signed in whole: with a passkey, or with a password and, where the account asks
 * for one, a one-time code.
 */
@Component
public class SecondFactorPolicy implements AuthorizationManager<RequestAuthorizationContext> {

    /** Authority of who has typed a one-time code. */
    static final String TOTP = "FACTOR_TOTP";

    /** How long after a password or passkey was used its owner may add another way of signing in. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    private final AccountStore accounts;
    private final SignInRegistry signIns;
    private final InstantSource clock;

    SecondFactorPolicy(AccountStore accounts, SignInRegistry signIns, InstantSource clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        Authentication person = authentication.get();
        return new AuthorizationDecision(
                person != null && signIns.activeOf(person).isPresent() && !lacksCode(person));
    }

    /** Whether a person has still to type a one-time code. */
    public boolean lacksCode(Authentication person) {
        return !has(person, FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
                && !has(person, TOTP)
                && accounts.find(person.getName())
                        .flatMap(account -> account.totpSecret())
                        .isPresent();
    }

    /** Whether a person has used password or passkey a short time ago, so that nobody else sits before the screen by now. */
    public boolean isRecent(Authentication person) {
        Instant earliest = clock.instant().minus(RECENT);
        return person.getAuthorities().stream()
                .anyMatch(each -> each instanceof FactorGrantedAuthority factor
                        && !TOTP.equals(factor.getAuthority())
                        && factor.getIssuedAt().isAfter(earliest));
    }

    /** Lets in who has signed in whole, and a short time ago. */
    AuthorizationManager<RequestAuthorizationContext> recently() {
        return AuthorizationManagers.allOf(this, (authentication, request) -> {
            Authentication person = authentication.get();
            return new AuthorizationDecision(person != null && isRecent(person));
        });
    }

    /** The authentication of a person who has now typed the password again. */
    public Authentication withPassword(Authentication person) {
        return person.toBuilder()
                .authorities(all -> {
                    all.removeIf(each -> FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(each.getAuthority()));
                    all.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                            .issuedAt(clock.instant())
                            .build());
                })
                .build();
    }

    /** The authentication of a person who has now typed the code. */
    public Authentication withCode(Authentication person) {
        return person.toBuilder()
                .authorities(all -> all.add(FactorGrantedAuthority.fromAuthority(TOTP)))
                .build();
    }

    /** Sends who is not let in to the page that asks for what is missing. */
    public void askForSignIn(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
        LoginUrlAuthenticationEntryPoint password = new LoginUrlAuthenticationEntryPoint(SignInAddress.PASSWORD);
        LoginUrlAuthenticationEntryPoint code = new LoginUrlAuthenticationEntryPoint(SignInAddress.CODE);
        refusals.authenticationEntryPoint(password)
                .accessDeniedHandler(new SavedRequestDeniedHandler(this, password, code));
    }

    private static boolean has(Authentication person, String authority) {
        return person.getAuthorities().stream().anyMatch(each -> authority.equals(each.getAuthority()));
    }
}
