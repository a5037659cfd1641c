package id.pintu.routing.whatif;

import java.util.List;
import java.util.Optional;

/**
 * Immutable destination of a complaint: one institution, several that get a part each, or the national desk.
 *
 * @param institutions codes, the first of which gets the complaint itself; none for the desk
 */
public record RoutingDestination(List<String> institutions) {

    public static final RoutingDestination DESK = new RoutingDestination(List.of());

    public RoutingDestination {
        institutions = List.copyOf(institutions);
    }

    public static RoutingDestination of(String... institutions) {
        return new RoutingDestination(List.of(institutions));
    }

    /** The institution that gets the complaint itself; empty for the desk. */
    public Optional<String> first() {
        return institutions.stream().findFirst();
    }

    /** As the comparison shows it: the codes with plus signs between them, or {@code DESK}. */
    String text() {
        return institutions.isEmpty() ? "DESK" : String.join("+", institutions);
    }
}
