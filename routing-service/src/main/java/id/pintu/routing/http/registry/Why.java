package id.pintu.routing.http.registry;

import id.pintu.house.http.Problem;
import org.jspecify.annotations.Nullable;

/** The reason that every change needs. */
final class Why {

    private static final int LONGEST = 500;

    private Why() {}

    static String given(@Nullable String why) {
        if (why == null || why.isBlank()) {
            throw Problem.ofField("why", "is required: the reason of the change, without names of persons");
        }
        if (why.length() > LONGEST) {
            throw Problem.ofField("why", "has at most " + LONGEST + " characters");
        }
        return why.strip();
    }
}
