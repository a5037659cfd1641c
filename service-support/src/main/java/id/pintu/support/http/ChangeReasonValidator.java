package id.pintu.support.http;

import org.jspecify.annotations.Nullable;

/** The reason that every change needs. */
public final class ChangeReasonValidator {

    private static final int MAX_LENGTH = 500;

    private ChangeReasonValidator() {}

    /**
     * @throws ProblemException when it is missing or too long
     */
    public static String requireValid(@Nullable String why) {
        if (why == null || why.isBlank()) {
            throw ProblemException.ofField("why", "is required: the reason of the change, without names of persons");
        }
        if (why.length() > MAX_LENGTH) {
            throw ProblemException.ofField("why", "has at most " + MAX_LENGTH + " characters");
        }
        return why.strip();
    }
}
