package id.pintu.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBookEditionsTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void theEditionThatBecameValidLastIsInForce() {
        RuleBookEditions editions = validFrom(Instant.EPOCH, APRIL, MARCH);

        assertThat(editions.inForce(MARCH.minusMillis(1))).contains(1);
        assertThat(editions.inForce(MARCH)).contains(3);
        assertThat(editions.inForce(APRIL)).contains(2);
        assertThat(editions.nextAfter(MARCH)).contains(APRIL);
        assertThat(editions.nextAfter(APRIL)).isEmpty();
    }

    @Test
    void ofTwoValidFromTheSameInstantTheLaterOneIsInForceSoAPlannedOneCanBeReplaced() {
        assertThat(validFrom(Instant.EPOCH, MAY, MAY).inForce(MAY)).contains(3);
    }

    @Test
    void noneIsInForceBeforeTheFirst() {
        assertThat(validFrom(APRIL).inForce(MARCH)).isEmpty();
        assertThat(new RuleBookEditions(List.of()).inForce(MARCH)).isEmpty();
    }

    private static RuleBookEditions validFrom(Instant... instants) {
        return new RuleBookEditions(Stream.of(instants)
                .map(from -> new RuleBookEdition("rules", from))
                .toList());
    }
}
