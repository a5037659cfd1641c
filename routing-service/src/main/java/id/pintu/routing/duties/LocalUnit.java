package id.pintu.routing.duties;

import java.util.List;
import java.util.Set;

/**
 * A kind of unit that local governments have.
 *
 * @param name such as {@code Dinas Perhubungan}
 * @param kinds of the governments that have one, as {@code Registration.kind()}
 * @param names what else it is called, such as {@code Dishub}
 */
public record LocalUnit(String name, Set<String> kinds, List<String> names) {

    public LocalUnit {
        kinds = Set.copyOf(kinds);
        names = List.copyOf(names);
    }
}
