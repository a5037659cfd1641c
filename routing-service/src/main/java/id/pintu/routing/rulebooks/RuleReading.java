package id.pintu.routing.rulebooks;

import id.pintu.routing.registry.Registry;
import id.pintu.routing.whatif.Placing;

/**
 * Makes rules that can decide of the text of a rule book.
 *
 * @param <R> the rules
 */
public interface RuleReading<R> {

    /**
     * @param number of the edition, as decisions name it; 0 for a draft
     * @throws BrokenBook when any of it cannot be used
     */
    R read(String rules, int number, Registry registry);

    /** Where these rules send reports. */
    Placing placing(R rules);
}
