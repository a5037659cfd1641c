package id.pintu.routing.http.rules;

import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.support.http.ProblemException;

/** Mapper of the errors in a rule book to problem details, one field error for each line. */
final class RuleBookProblemMapper {

    private RuleBookProblemMapper() {}

    static ProblemException toProblem(InvalidRulesException invalid) {
        return ProblemException.ofFields(invalid.errors().stream()
                .map(error -> new ProblemException.ProblemFieldError(
                        "line " + error.line() + (error.rule().isEmpty() ? "" : ": " + error.rule()), error.reason()))
                .toList());
    }
}
