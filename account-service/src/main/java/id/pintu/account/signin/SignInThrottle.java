package id.pintu.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pintu.account.accounts.PersonAccount;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Limiter of attempts to sign in, and of requests for one-time links: by account and address, by account, and by address, in
 * memory. The limit by account is high, so that nobody is locked out by a stranger who knows the e-mail address.
 */
@Component
public class SignInThrottle {

    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int BY_ACCOUNT_AND_ADDRESS = 8;
    private static final int BY_ACCOUNT = 100;
    private static final int BY_ADDRESS = 60;
    private static final int MAX_TRACKED = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_TRACKED)
            .expireAfterAccess(PERIOD)
            .build();

    /**
     * Counts an attempt.
     *
     * @param account e-mail address as typed, or another name of an account
     * @return false when it is one too many, and must fail whatever was typed
     */
    public boolean permits(String account, String address) {
        String normalised = PersonAccount.normalised(account);
        boolean byPair = tryConsume("pair/" + address + "/" + normalised, BY_ACCOUNT_AND_ADDRESS);
        boolean byAddress = tryConsume("address/" + address, BY_ADDRESS);
        return byPair && byAddress && tryConsume("account/" + normalised, BY_ACCOUNT);
    }

    /** Forgets the failures of an account from an address, and gives the attempt back: the person has signed in. */
    public void forget(String account, String address) {
        buckets.invalidate("pair/" + address + "/" + PersonAccount.normalised(account));
        Optional.ofNullable(buckets.getIfPresent("address/" + address)).ifPresent(bucket -> bucket.addTokens(1));
    }

    private boolean tryConsume(String key, int limit) {
        return buckets.get(
                        key,
                        any -> Bucket.builder()
                                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, PERIOD))
                                .build())
                .tryConsume(1);
    }
}
