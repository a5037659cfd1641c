package id.pintu.routing.http.rules;

import id.pintu.house.http.Problem;
import id.pintu.routing.book.BrokenRules;

/** What is wrong with a rule book, told to who sent it. */
final class Faults {

    private Faults() {}

    static Problem problem(BrokenRules broken) {
        return Problem.ofFields(broken.flaws().stream()
                .map(flaw -> new Problem.FieldError(
                        "line " + flaw.line() + (flaw.rule().isEmpty() ? "" : ": " + flaw.rule()), flaw.reason()))
                .toList());
    }
}
