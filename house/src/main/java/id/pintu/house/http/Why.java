package id.pintu.house.http;

import org.jspecify.annotations.Nullable;

/** The reason that every change needs. */
public final class Why {

    private static final int LONGEST = 500;

    private Why() {}

    /**
     * @throws Problem when it is missing or too long
     */
    public static String given(@Nullable String why) {
        if (why == null || why.isBlank()) {
            throw Problem.ofField("why", "is required: the reason of the change, without names of persons");
        }
        if (why.length() > LONGEST) {
            throw Problem.ofField("why", "has at most " + LONGEST + " characters");
        }
        return why.strip();
    }
}
