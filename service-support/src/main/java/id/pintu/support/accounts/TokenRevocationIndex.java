package id.pintu.support.accounts;

import id.pintu.events.MalformedMessageException;
import id.pintu.events.WireJsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** In-memory index of revoked access tokens, consumed from the compacted topic {@code token-revocations}. */
public final class TokenRevocationIndex {

    /**
     * Name of the topic: key = {@code account/} and an account id, or {@code session/} and the id of a sign-in; value =
     * {@link TokenRevocation} as JSON.
     */
    public static final String TOPIC = "token-revocations";

    /** How long a revocation is kept: longer than any token lives. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final String ACCOUNT = "account/";
    private static final String SESSION = "session/";

    private final Map<String, Instant> issuedUntil = new ConcurrentHashMap<>();
    private Instant forgottenBefore = Instant.EPOCH;

    /** Key of the record that revokes all tokens of an account. */
    public static String accountKey(String account) {
        return ACCOUNT + account;
    }

    /** Key of the record that revokes the tokens of one sign-in. */
    public static String sessionKey(String session) {
        return SESSION + session;
    }

    /**
     * Whether a token is revoked.
     *
     * @param session id of the sign-in; null for a program
     * @param issuedAt null where the token does not say, which is taken for the oldest
     */
    public boolean isRevoked(@Nullable String account, @Nullable String session, @Nullable Instant issuedAt) {
        Instant issued = issuedAt == null ? Instant.MIN : issuedAt;
        return (account != null && isRevoked(accountKey(account), issued))
                || (session != null && isRevoked(sessionKey(session), issued));
    }

    private boolean isRevoked(String key, Instant issued) {
        Instant until = issuedUntil.get(key);
        return until != null && !issued.isAfter(until);
    }

    /**
     * @param value empty for a deletion
     * @throws MalformedMessageException when it cannot be read
     */
    void handle(String key, Optional<byte[]> value) {
        if (value.isEmpty()) {
            issuedUntil.remove(key);
            return;
        }
        try {
            Instant until = WireJsonMapper.MAPPER
                    .readValue(value.get(), TokenRevocation.class)
                    .issuedUntil();
            issuedUntil.put(key, until);
            forgetBefore(until.minus(KEPT));
        } catch (JacksonException e) {
            throw new MalformedMessageException(WireJsonMapper.reasonWithoutValues(e));
        }
    }

    /** Seldom, as it looks at all of them: when a new revocation is a tenth of the time later than the last look. */
    private void forgetBefore(Instant limit) {
        if (limit.isAfter(forgottenBefore.plus(KEPT.dividedBy(10)))) {
            forgottenBefore = limit;
            issuedUntil.values().removeIf(limit::isAfter);
        }
    }
}
