package id.pintu.support.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentHeaderTest {

    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void keepsTheCallers() {
        assertThat(TraceparentHeader.orNew(GIVEN)).contains(GIVEN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "00-abc-def-01", GIVEN + "\nX-Evil: 1", "Siti"})
    void makesANewOneInsteadOfAnyOther(@Nullable String header) {
        assertThat(TraceparentHeader.orNew(header))
                .get()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .isNotEqualTo(TraceparentHeader.orNew(header).orElseThrow());
    }
}
