package id.pintu.support.explanations;

import id.pintu.events.RoutingEvent.RoutingReason;
import java.util.List;
import java.util.Optional;

/** What a reason matched, by name. What is not known has the value {@code unknown}, or no fact at all. */
record ReasonFacts(List<String> facts) {

    private static final String UNKNOWN = "unknown";

    static ReasonFacts of(RoutingReason reason) {
        return new ReasonFacts(reason.facts());
    }

    /** The first of this name, if it is known. */
    Optional<String> first(String name) {
        return known(name).stream().findFirst();
    }

    List<String> known(String name) {
        return all(name).stream().filter(value -> !value.equals(UNKNOWN)).toList();
    }

    List<String> all(String name) {
        return facts.stream()
                .filter(fact -> fact.startsWith(name + "="))
                .map(fact -> fact.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }
}
