package id.pintu.account.signin;

import com.bastiaanjansen.otp.SecretGenerator;
import com.bastiaanjansen.otp.TOTPGenerator;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountCipher;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** One-time codes of an app (TOTP, RFC 6238: six digits, 30 seconds), with one code to each side for clocks that differ. */
@Component
public class OneTimeCodes {

    private static final String APPLICATION = "SP4N-LAPOR";
    private static final int STEP_SECONDS = 30;

    private final AccountCipher cipher;
    private final InstantSource clock;

    /** Time step of the last accepted code, by account. */
    private final Map<String, Long> lastUsed = new ConcurrentHashMap<>();

    OneTimeCodes(AccountCipher accountCipher, InstantSource clock) {
        this.cipher = accountCipher;
        this.clock = clock;
    }

    /** A new secret in base 32. */
    public String newSecret() {
        return new String(SecretGenerator.generate(160), StandardCharsets.US_ASCII);
    }

    public String encrypt(String secret) {
        return cipher.encrypt(secret);
    }

    /** Address by which an app on a telephone learns a secret, as in its QR code. */
    public URI address(PersonAccount account, String secret) {
        try {
            return generator(secret).getURI(APPLICATION, account.email());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a code follows from a secret that is not yet stored. */
    public boolean isValid(String secret, String code) {
        return stepOf(secret, digits(code)).isPresent();
    }

    /** Whether a code is right, and neither it nor a later one was used before (RFC 6238, section 5.2). */
    public synchronized boolean accept(PersonAccount account, String code) {
        Optional<Long> step = account.totpSecret()
                .map(cipher::decrypt)
                .flatMap(secret -> stepOf(secret, digits(code)))
                .filter(each -> each > lastUsed.getOrDefault(account.id(), 0L));
        step.ifPresent(each -> lastUsed.put(account.id(), each));
        return step.isPresent();
    }

    /** The time step whose code this is, of the present one and its neighbours. */
    private Optional<Long> stepOf(String secret, String code) {
        long now = clock.instant().getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(now - 1, now + 1)
                .boxed()
                .filter(step -> generator(secret)
                        .at(Instant.ofEpochSecond(step * STEP_SECONDS))
                        .equals(code))
                .findFirst();
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private static TOTPGenerator generator(String secret) {
        return TOTPGenerator.withDefaultValues(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
