package id.pintu.account.signin;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Authentication provider of e-mail address and password that limits attempts. One too many fails as a wrong password does,
 * so that a guesser does not learn that the password was right.
 */
final class ThrottledPasswordAuthentication implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final Consumer<String> onRefusal;

    /**
     * @param onRefusal gets the e-mail address of each attempt that was checked and refused
     */
    ThrottledPasswordAuthentication(
            AuthenticationProvider passwords, SignInThrottle throttle, Consumer<String> onRefusal) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.onRefusal = onRefusal;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        if (!throttle.permits(attempt.getName(), address)) {
            throw new BadCredentialsException("too many attempts");
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            throttle.forget(attempt.getName(), address);
            return signedIn;
        } catch (AuthenticationException e) {
            onRefusal.accept(attempt.getName());
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }
}
