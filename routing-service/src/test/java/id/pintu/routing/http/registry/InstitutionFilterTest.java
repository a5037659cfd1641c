package id.pintu.routing.http.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pintu.support.http.ProblemException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionFilterTest {

    private static final Predicate<String> REGISTERED = "D.33.74"::equals;

    @ParameterizedTest
    @CsvSource({
        "foo, , , , , kind",
        "Pemerintah_Kota, , , , , kind",
        ", 99.99, , , , region",
        ", abc, , , , region",
        ", , , -1, , revision",
        ", , 2026-01-01T00:00:00Z, 3, , revision",
        ", , , , D.99.99, parent"
    })
    void namesAParameterThatIsNoSuchThing(
            @Nullable String kind,
            @Nullable String region,
            @Nullable String at,
            @Nullable Long revision,
            @Nullable String parent,
            String field) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> filter(kind, region, at, revision, parent).requireValid(REGISTERED))
                .satisfies(
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400))
                .satisfies(
                        problem -> assertThat(String.valueOf(problem.getBody().getProperties()))
                                .contains("field=" + field));
    }

    @Test
    void acceptsWhatThereIs() {
        assertThatCode(() -> filter("unit", "33.74", null, 0L, "D.33.74").requireValid(REGISTERED))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        filter(null, "33", "2026-01-01T00:00:00Z", null, null).requireValid(REGISTERED))
                .doesNotThrowAnyException();
    }

    private static InstitutionFilter filter(
            @Nullable String kind,
            @Nullable String region,
            @Nullable String at,
            @Nullable Long revision,
            @Nullable String parent) {
        return new InstitutionFilter(null, kind, parent, region, null, null, at, revision);
    }
}
