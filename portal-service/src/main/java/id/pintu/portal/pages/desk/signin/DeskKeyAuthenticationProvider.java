package id.pintu.portal.pages.desk.signin;

import id.pintu.portal.desk.DeskAccessKey;
import id.pintu.portal.desk.DeskQueueClient;
import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.desk.DeskQueuePosition;
import id.pintu.portal.desk.DeskQueueResult;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Authentication provider that accepts the desk's key as a password without a user name. It asks routing-service whether
 * the key is valid. The principal is the {@link DeskAccessKey} itself, because each request to routing-service needs it.
 */
final class DeskKeyAuthenticationProvider implements AuthenticationProvider {

    private final DeskQueueClient queues;

    DeskKeyAuthenticationProvider(DeskQueueClient queues) {
        this.queues = queues;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        DeskAccessKey key = DeskAccessKey.of(String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("malformed key"));
        return switch (queues.fetchQueueHead(key, DeskQueueKind.DESK, DeskQueuePosition.OLDEST)) {
            case DeskQueueResult.QueueHead valid ->
                UsernamePasswordAuthenticationToken.authenticated(key, null, AuthorityUtils.NO_AUTHORITIES);
            case DeskQueueResult.KeyRejected rejected -> throw new BadCredentialsException("not the key of the desk");
            case DeskQueueResult.Unreachable unreachable ->
                throw new AuthenticationServiceException("routing-service does not answer");
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
