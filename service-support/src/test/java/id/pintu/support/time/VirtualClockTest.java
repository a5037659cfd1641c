package id.pintu.support.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1d=10s, 8640",
        "1d=1d, 1",
        "12h=1.5m, 480",
        "1h=1s, 3600",
        "0.5s=1s, 0.5",
        "30m=1m, 30",
    })
    void parsesASpeed(String speed, double virtualSecondsPerSecond) {
        assertThat(VirtualClock.parseSpeed(speed)).isEqualTo(virtualSecondsPerSecond);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "1d",
                "1d=",
                "=10s",
                "fast",
                "1d=10",
                "1=10s",
                "1w=10s",
                "1dd=10s",
                "-1d=10s",
                "1d=-10s",
                "1d=0s",
                "0d=10s",
                "1 d=10s",
                "1d=10s=1s",
                "NaNd=1s",
                "1e3d=1s",
                ".5d=1s"
            })
    void refusesAnyOtherTextAndQuotesIt(String speed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VirtualClock.parseSpeed(speed))
                .withMessageContaining("speed")
                .withMessageContaining(speed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesASpeedThatIsNotAboveZero(double speed) {
        assertThatIllegalArgumentException().isThrownBy(() -> new VirtualClock(START, speed));
    }

    @Test
    void runsFasterThanRealTimeFromItsStart() {
        long before = System.nanoTime();
        VirtualClock clock = new VirtualClock(START, 1_000_000);
        Instant shown = clock.instant();
        long elapsed = System.nanoTime() - before;

        assertThat(shown).isBetween(START, START.plusNanos(elapsed * 1_000_000));
        assertThat(clock.instant()).isAfter(shown);
    }
}
