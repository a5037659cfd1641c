package id.pintu.support.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class PageLimitTest {

    private static final int MAX = 200;

    @ParameterizedTest
    @ValueSource(ints = {1, 50, MAX})
    void acceptsOneToTheMaximum(int limit) {
        assertThat(PageLimit.requireInRange(limit, MAX)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, MAX + 1, Integer.MAX_VALUE})
    void refusesAnyOtherNumberAndNamesTheField(int limit) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PageLimit.requireInRange(limit, MAX))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST))
                .satisfies(problem -> assertThat(problem.getBody().getProperties())
                        .isEqualTo(Map.of(
                                "errors", List.of(new ProblemException.ProblemFieldError("limit", "is 1 to 200")))));
    }

    @Test
    void theDefaultIsAValidLimit() {
        assertThat(PageLimit.requireInRange(Integer.parseInt(PageLimit.DEFAULT), MAX))
                .isEqualTo(50);
    }
}
