package id.pintu.routing.rulebooks;

import java.util.List;

/** A rule book of which something cannot be used; none of it is taken. */
public final class BrokenBook extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * @param where line and rule, as far as they are known
     */
    public record Fault(String where, String reason) {}

    public BrokenBook(List<Fault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
