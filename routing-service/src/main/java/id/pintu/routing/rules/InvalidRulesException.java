package id.pintu.routing.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a rule book has errors; none of its rules is used then. */
public final class InvalidRulesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<RuleError> errors;

    /**
     * Error in one rule.
     *
     * @param line in the rule's file; 0 for the file as a whole
     * @param rule name; empty if it could not be read
     */
    public record RuleError(int line, String rule, String reason) {}

    public InvalidRulesException(List<RuleError> errors) {
        super(errors.stream()
                .map(error -> "line " + error.line() + (error.rule().isEmpty() ? "" : " (" + error.rule() + ")") + ": "
                        + error.reason())
                .collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<RuleError> errors() {
        return errors;
    }
}
