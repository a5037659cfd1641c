package id.pintu.routing.http.rules;

import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.support.http.ProblemException;

/** What is wrong with a rule book, told to who sent it. */
final class RuleBookProblemMapper {

    private RuleBookProblemMapper() {}

    static ProblemException toProblem(InvalidRulesException broken) {
        return ProblemException.ofFields(broken.errors().stream()
                .map(flaw -> new ProblemException.ProblemFieldError(
                        "line " + flaw.line() + (flaw.rule().isEmpty() ? "" : ": " + flaw.rule()), flaw.reason()))
                .toList());
    }
}
