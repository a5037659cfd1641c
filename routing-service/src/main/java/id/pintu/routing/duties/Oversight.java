package id.pintu.routing.duties;

import id.pintu.routing.book.Asked;
import id.pintu.routing.book.Hit;
import id.pintu.routing.book.RuleBook;
import id.pintu.routing.registry.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports about an institution's own officers, and who besides it gets them: nobody judges his own case. */
public final class Oversight {

    public static final Oversight NONE = new Oversight(new RuleBook("none", List.of()), Map.of());

    private final RuleBook misconduct;
    private final Map<String, Overseer> overseers;

    /**
     * @param misconduct what tells that officers themselves are complained about
     * @param overseers by code or, where there is none, by kind of the institution watched over
     */
    public Oversight(RuleBook misconduct, Map<String, Overseer> overseers) {
        this.misconduct = misconduct;
        this.overseers = Map.copyOf(overseers);
    }

    /** What tells most plainly that officers are complained about, if anything does. */
    public Optional<Hit> sign(Asked report) {
        return misconduct.matching(report).stream().max(Comparator.comparingDouble(Hit::weight));
    }

    /** Those who watch over others have nobody here: what comes to them is in the right place already. */
    public Optional<Overseer> of(Registration institution) {
        return Optional.ofNullable(overseers.get(institution.code()))
                .or(() -> Optional.ofNullable(overseers.get(institution.kind())));
    }
}
