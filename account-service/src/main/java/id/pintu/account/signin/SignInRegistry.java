package id.pintu.account.signin;

import id.pintu.account.kafka.TokenRevoker;
import id.pintu.support.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;

/**
 * Sign-ins that have not ended, with where and when each was made. Ending one ends its session at once, refuses new tokens,
 * and revokes those that were issued.
 */
@Component
public class SignInRegistry implements SessionAuthenticationStrategy {

    /** Name in the audit log of the account that something was done to. */
    static final String ACCOUNT = "account";

    private static final int MAX_BROWSER_LENGTH = 200;

    private final Map<String, SignIn> bySession = new ConcurrentHashMap<>();
    private final SessionRegistry sessions;
    private final TokenRevoker revoker;
    private final AuditLog audit;
    private final InstantSource clock;

    SignInRegistry(SessionRegistry sessions, TokenRevoker revoker, AuditLog audit, InstantSource clock) {
        this.sessions = sessions;
        this.revoker = revoker;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers a sign-in, after the session got its new id. */
    @Override
    public void onAuthentication(
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (!(authentication instanceof AbstractAuthenticationToken token)) {
            return;
        }
        String browser = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        SignIn signIn = new SignIn(
                UUID.randomUUID().toString(),
                authentication.getName(),
                request.getSession().getId(),
                clock.instant(),
                request.getRemoteAddr(),
                browser.substring(0, Math.min(browser.length(), MAX_BROWSER_LENGTH)));
        try {
            audit.record("sign-in", authentication, Map.of(ACCOUNT, signIn.account()));
        } catch (KafkaException e) {
            throw new SessionAuthenticationException("the sign-in cannot be recorded");
        }
        bySession.put(signIn.sessionId(), signIn);
        token.setDetails(signIn);
    }

    /** The sign-in of an authentication; empty when it has ended. */
    public Optional<SignIn> activeOf(Authentication authentication) {
        return authentication.getDetails() instanceof SignIn signIn && signIn.equals(bySession.get(signIn.sessionId()))
                ? Optional.of(signIn)
                : Optional.empty();
    }

    /** Sign-ins of an account, newest first. */
    public List<SignIn> of(String account) {
        return bySession.values().stream()
                .filter(each -> each.account().equals(account))
                .sorted(Comparator.comparing(SignIn::since).reversed())
                .toList();
    }

    /** Ends one sign-in of an account; another account's is left alone. */
    public void end(String account, String signInId) {
        of(account).stream().filter(each -> each.id().equals(signInId)).forEach(this::end);
    }

    /** Ends all sign-ins of an account, and revokes all its tokens. */
    public void endAll(String account) {
        of(account).forEach(this::end);
        revoker.revokeAccount(account);
    }

    /** Ends all sign-ins of an account but the one that is used. */
    public void endOthers(String account, Optional<SignIn> used) {
        of(account).stream().filter(each -> used.filter(each::equals).isEmpty()).forEach(this::end);
    }

    private void end(SignIn signIn) {
        bySession.remove(signIn.sessionId());
        Optional.ofNullable(sessions.getSessionInformation(signIn.sessionId()))
                .ifPresent(SessionInformation::expireNow);
        revoker.revokeSignIn(signIn.id());
    }

    /** A session that was signed out, or not used for too long. */
    @EventListener
    void onSessionEnd(HttpSessionDestroyedEvent event) {
        Optional.ofNullable(bySession.get(event.getId())).ifPresent(this::end);
    }
}
