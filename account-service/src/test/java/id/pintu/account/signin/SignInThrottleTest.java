package id.pintu.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the limits of attempts to sign in. */
class SignInThrottleTest {

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void limitsOneAccountFromOneAddressHoweverItIsWritten() {
        assertThat(permitted("sari@x.example", "203.0.113.1", 8)).isEqualTo(8);
        assertThat(throttle.permits(" SARI@X.example", "203.0.113.1")).isFalse();
        assertThat(throttle.permits("sari@x.example", "203.0.113.2")).isTrue();
        assertThat(throttle.permits("budi@x.example", "203.0.113.1")).isTrue();
    }

    @Test
    void limitsOneAddressWhateverTheAccount() {
        int all = IntStream.range(0, 100)
                .map(number -> permitted(number + "@x.example", "203.0.113.1", 1))
                .sum();

        assertThat(all).isEqualTo(60);
    }

    @Test
    void limitsOneAccountWhateverTheAddress() {
        int all = IntStream.range(0, 200)
                .map(number -> permitted("sari@x.example", "198.51.100." + number, 1))
                .sum();

        assertThat(all).isEqualTo(100);
    }

    @Test
    void forgetsTheFailuresOfWhoHasSignedIn() {
        permitted("sari@x.example", "203.0.113.1", 8);
        throttle.forget("Sari@x.example", "203.0.113.1");

        assertThat(throttle.permits("sari@x.example", "203.0.113.1")).isTrue();
    }

    private int permitted(String account, String address, int attempts) {
        return (int) IntStream.range(0, attempts)
                .filter(attempt -> throttle.permits(account, address))
                .count();
    }
}
