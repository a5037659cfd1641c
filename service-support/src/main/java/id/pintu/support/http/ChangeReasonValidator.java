package id.pintu.support.http;

import org.jspecify.annotations.Nullable;

/** Validator of the reason that every change of maintained data needs, field {@code why}. */
public final class ChangeReasonValidator {

    private static final int MAX_LENGTH = 500;

    private ChangeReasonValidator() {}

    /**
     * @return the reason, stripped
     * @throws ProblemException 400 when it is missing or longer than 500 characters
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
