package id.pintu.routing.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Immutable list of all editions of the rule book, which tells the one in force at an instant.
 *
 * <p>As with laws, the edition that became valid last is in force; of two that become valid at the same instant, the
 * later one. An edition is rolled back by publishing the former one again, valid from now; planned editions stay
 * planned.
 *
 * @param all editions in order of publication; number 1 is the first
 */
public record RuleBookEditions(List<RuleBookEdition> all) {

    public RuleBookEditions {
        all = List.copyOf(all);
    }

    /** Number of the edition in force; empty before the first is valid. */
    public Optional<Integer> inForce(Instant now) {
        return validNumbers(now).stream().findFirst();
    }

    /** Numbers of the valid editions: the one in force, then the one that would be in force without it, and so on. */
    public List<Integer> validNumbers(Instant now) {
        return IntStream.rangeClosed(1, all.size())
                .boxed()
                .filter(number -> !edition(number).validFrom().isAfter(now))
                .sorted(Comparator.comparing((Integer number) -> edition(number).validFrom())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    /** When the next planned edition becomes valid. */
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
