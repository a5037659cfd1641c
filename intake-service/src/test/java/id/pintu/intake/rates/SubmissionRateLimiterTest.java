package id.pintu.intake.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pintu.events.IntakeChannel;
import id.pintu.events.ReporterContact;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.ChannelCredential;
import io.github.bucket4j.TimeMeter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SubmissionRateLimiterTest {

    private static final ChannelCredential PORTAL =
            new ChannelCredential("portal", Set.of(IntakeChannel.WEB), false, true, Optional.empty(), true);
    private static final ReporterContact NOBODY = ReporterContact.NONE;

    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionRateLimiter limiter =
            new SubmissionRateLimiter(new SubmissionRateLimits(3, 2, 4, 5, 1_000), new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void limitsOneSourceAndLetsItGoOnLater() {
        assertThat(accepted(5, Optional.empty(), "203.0.113.1", NOBODY)).isEqualTo(3);
        assertThat(accepted(1, Optional.empty(), "203.0.113.2", NOBODY)).isEqualTo(1);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(21));
        assertThat(accepted(2, Optional.empty(), "203.0.113.1", NOBODY)).isEqualTo(1);
    }

    @Test
    void saysWhenToTryAgain() {
        accepted(3, Optional.empty(), "203.0.113.1", NOBODY);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> limiter.count(Optional.empty(), ClientAddress.parse("203.0.113.1"), NOBODY))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(429);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("21");
                    assertThat(problem.getBody().getDetail()).doesNotContain("203.0.113.1");
                });
    }

    @Test
    void limitsOneContactWhereverItComesFrom() {
        ReporterContact victim = new ReporterContact(Optional.empty(), Optional.of("v@example.org"), Optional.empty());
        assertThat(accepted(1, Optional.empty(), "203.0.113.1", victim)).isEqualTo(1);
        assertThat(accepted(1, Optional.of(PORTAL), "203.0.113.2", victim)).isEqualTo(1);
        assertThat(accepted(1, Optional.of(gateway(100)), "203.0.113.3", victim))
                .isZero();
    }

    @Test
    void limitsAKeyByItsQuotaAndNotByItsAddress() {
        assertThat(accepted(9, Optional.of(gateway(7)), "203.0.113.1", NOBODY)).isEqualTo(7);
        assertThat(accepted(9, Optional.of(gateway(null)), "203.0.113.1", NOBODY))
                .isEqualTo(4);
        assertThat(accepted(9, Optional.empty(), "203.0.113.1", NOBODY)).isEqualTo(3);
    }

    @Test
    void thePortalsClientsAreLimitedOneByOneAndTheCommandLineNotAtAll() {
        assertThat(accepted(9, Optional.of(PORTAL), "203.0.113.1", NOBODY)).isEqualTo(3);
        assertThat(accepted(9, Optional.of(PORTAL), "203.0.113.2", NOBODY)).isEqualTo(3);
        ChannelCredential commandLine = new ChannelCredential(
                "command-line", Set.of(IntakeChannel.IMPORT), false, false, Optional.empty(), true);
        assertThat(accepted(99, Optional.of(commandLine), "127.0.0.1", NOBODY)).isEqualTo(99);
    }

    @ParameterizedTest(name = "{0} is the subscriber {1}")
    @CsvSource({
        "203.0.113.1,               203.0.113.1",
        "2001:db8:1:2:aaaa::1,      20010db800010002",
        "2001:db8:1:2:ffff::9,      20010db800010002",
        "::ffff:203.0.113.1,        203.0.113.1",
        "evil,                      unknown",
    })
    void anIpv6NetworkIsOneSource(String literal, String network) {
        assertThat(ClientAddress.parse(literal)).isEqualTo(new ClientAddress(network));
    }

    @Test
    void onlyThePortalIsBelievedWhomItForwardsFor() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.1");
        request.addHeader(ClientAddress.FORWARDED_HEADER, "203.0.113.1");

        assertThat(ClientAddress.of(request, Optional.of(PORTAL)).network()).isEqualTo("203.0.113.1");
        assertThat(ClientAddress.of(request, Optional.of(gateway(1))).network()).isEqualTo("192.0.2.1");
        assertThat(ClientAddress.of(request, Optional.empty()).network()).isEqualTo("192.0.2.1");
    }

    private static ChannelCredential gateway(@Nullable Integer perMinute) {
        return ChannelCredential.of(IntakeServiceFixture.authentication(new ChannelCredential(
                        "gateway", Set.of(IntakeChannel.SMS), false, false, Optional.ofNullable(perMinute), false)))
                .orElseThrow();
    }

    private int accepted(
            int requests, Optional<ChannelCredential> credential, String address, ReporterContact contact) {
        int accepted = 0;
        for (int i = 0; i < requests; i++) {
            try {
                limiter.count(credential, ClientAddress.parse(address), contact);
                accepted++;
            } catch (ProblemException refused) {
                assertThat(refused.getStatusCode().value()).isEqualTo(429);
            }
        }
        return accepted;
    }
}
