package id.pintu.routing.duties;

import id.pintu.routing.registry.Registration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unit that institutions of some kinds usually have, or that one institution has.
 *
 * @param name such as {@code Dinas Perhubungan}
 * @param names what else it is called, such as {@code Dishub}
 * @param kinds of the institutions that usually have it, as {@code Registration.kind()}
 * @param institution code of the one that has it
 */
public record Unit(String name, List<String> names, Set<String> kinds, Optional<String> institution) {

    public Unit {
        names = List.copyOf(names);
        kinds = Set.copyOf(kinds);
    }

    /** One that all institutions of these kinds have. */
    public static Unit usual(String name, List<String> names, Set<String> kinds) {
        return new Unit(name, names, kinds, Optional.empty());
    }

    /** One that this institution has. */
    public static Unit of(Registration institution, String name, List<String> names) {
        return new Unit(name, names, Set.of(), Optional.of(institution.code()));
    }

    boolean isUsual() {
        return institution.isEmpty();
    }

    boolean isUsualOf(Registration one) {
        return kinds.contains(one.kind());
    }

    boolean isOwnOf(Registration one) {
        return institution.filter(one.code()::equals).isPresent();
    }
}
