package id.pintu.routing.whatif;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All editions there are, the first one first, and which of them holds when.
 *
 * <p>Like laws: the one that became valid last holds, and of two that become valid at one moment the later one. So an
 * edition is rolled back by writing the former one again, valid from now; one that is planned stays planned.
 */
public record Editions(List<Edition> all) {

    public Editions {
        all = List.copyOf(all);
    }

    /** Number of the edition that holds, 1 for the first; empty before any does. */
    public Optional<Integer> inForce(Instant now) {
        Optional<Integer> found = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            Instant from = all.get(i).validFrom();
            if (!from.isAfter(now)
                    && found.filter(other -> from.isBefore(all.get(other - 1).validFrom()))
                            .isEmpty()) {
                found = Optional.of(i + 1);
            }
        }
        return found;
    }

    /** When the next one that is planned becomes valid. */
    public Optional<Instant> nextAfter(Instant now) {
        return all.stream().map(Edition::validFrom).filter(now::isBefore).min(Comparator.naturalOrder());
    }

    public Edition number(int number) {
        return all.get(number - 1);
    }
}
