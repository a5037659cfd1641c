package id.pintu.routing.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All editions there are, the first one first, and which of them holds when.
 *
 * <p>Like laws: the one that became valid last holds, and of two that become valid at one moment the later one. So an
 * edition is rolled back by writing the former one again, valid from now; one that is planned stays planned.
 */
public record RuleBookEditions(List<RuleBookEdition> all) {

    public RuleBookEditions {
        all = List.copyOf(all);
    }

    /** Number of the edition that holds, 1 for the first; empty before any does. */
    public Optional<Integer> inForce(Instant now) {
        return validNumbers(now).stream().findFirst();
    }

    /** Numbers of those that are valid: the one that holds, then the one that would hold without it, and so on. */
    public List<Integer> validNumbers(Instant now) {
        return IntStream.rangeClosed(1, all.size())
                .boxed()
                .filter(number -> !edition(number).validFrom().isAfter(now))
                .sorted(Comparator.comparing((Integer number) -> edition(number).validFrom())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    /** When the next one that is planned becomes valid. */
    public Optional<Instant> nextAfter(Instant now) {
        return all.stream()
                .map(RuleBookEdition::validFrom)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    public RuleBookEdition edition(int number) {
        return all.get(number - 1);
    }
}
