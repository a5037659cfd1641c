package id.pintu.support.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalLimiterTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RefusalLimiter limiter = new RefusalLimiter(new TimeMeter() {
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
    void limitsOneAddressAndNotAnother() {
        assertThat(admitted(100, Optional.empty(), "10.0.0.1")).isEqualTo(10);
        assertThat(admitted(5, Optional.empty(), "10.0.0.2")).isEqualTo(5);
        assertThat(limiter.takeLeftOut()).isEqualTo(90);
        assertThat(limiter.takeLeftOut()).isZero();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(admitted(100, Optional.empty(), "10.0.0.1")).isEqualTo(10);
    }

    @Test
    void limitsACallerWhateverTheAddress() {
        assertThat(IntStream.range(0, 100)
                        .filter(i -> limiter.admits(Optional.of("D.33.74"), "10.0.0." + i))
                        .count())
                .isEqualTo(60);
    }

    @Test
    void limitsAllAddressesTogether() {
        assertThat(IntStream.range(0, 1_000)
                        .filter(i -> limiter.admits(Optional.empty(), "10.0." + i / 256 + "." + i % 256))
                        .count())
                .isEqualTo(300);
    }

    private long admitted(int attempts, Optional<String> caller, String address) {
        return IntStream.range(0, attempts)
                .filter(i -> limiter.admits(caller, address))
                .count();
    }
}
