package id.pintu.routing.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that cannot stand: none of the book is taken. */
public final class InvalidRulesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<RuleError> errors;

    /**
     * @param line in the file the rule came from
     * @param rule its name; empty when even that could not be read
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
