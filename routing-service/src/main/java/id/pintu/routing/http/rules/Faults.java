package id.pintu.routing.http.rules;

import id.pintu.house.http.Problem;
import id.pintu.routing.rulebooks.BrokenBook;

/** What is wrong with a rule book, told to who sent it. */
final class Faults {

    private Faults() {}

    static Problem problem(BrokenBook broken) {
        return Problem.ofFields(broken.faults().stream()
                .map(fault -> new Problem.FieldError(fault.where(), fault.reason()))
                .toList());
    }
}
