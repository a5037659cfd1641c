package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link DayBounds} with moments: days are those of the national desk. */
class DayBoundsTest {

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T16:59:59Z, false",
        "1999-12-31T17:00:00Z, true",
        "2099-12-31T16:59:59Z, true",
        "2099-12-31T17:00:00Z, false",
        "+999999999-12-31T23:59:59Z, false",
        "-999999999-01-01T00:00:00Z, false"
    })
    void containsTheMomentsOfItsDays(Instant moment, boolean contained) {
        assertThat(DayBounds.contain(moment)).isEqualTo(contained);
    }
}
