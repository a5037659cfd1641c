package id.pintu.intake.http;

import id.pintu.events.IntakeChannel;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.ChannelCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;

/** Authorizer of submissions by channel: the web form is open to everybody, every other channel needs its key. */
final class ChannelAuthorizer {

    private ChannelAuthorizer() {}

    /**
     * The request of a handler that has no idempotency key: those that have one take the servlet's request itself, by which
     * the OpenAPI document tells them apart.
     */
    static HttpServletRequest servletRequest(NativeWebRequest request) {
        return Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "not a servlet request");
    }

    /**
     * @return the credential the request came with; empty for a client of the web form without one
     * @throws ProblemException 401 when the channel needs a key and the request has none, 403 when its key is one for
     *     other channels
     */
    static Optional<ChannelCredential> authorize(HttpServletRequest request, IntakeChannel channel) {
        Optional<ChannelCredential> credential = ChannelCredential.of(request.getUserPrincipal());
        if (credential.filter(each -> each.channels().contains(channel)).isPresent()) {
            return credential;
        }
        if (channel == IntakeChannel.WEB && credential.isEmpty()) {
            return Optional.empty();
        }
        throw request.getUserPrincipal() == null ? keyMissing() : keyOfOtherChannel();
    }

    private static ProblemException keyMissing() {
        ProblemException problem = ProblemException.of(
                HttpStatus.UNAUTHORIZED,
                "channel-key-missing",
                "This channel needs the key of a channel: header 'Authorization: Bearer …'.");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }

    private static ProblemException keyOfOtherChannel() {
        return ProblemException.of(
                HttpStatus.FORBIDDEN, "channel-not-allowed", "This key is not one for reports through this channel.");
    }
}
