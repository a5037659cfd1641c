package id.pintu.routing.book;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that cannot stand: none of the book is taken. */
public final class BrokenRules extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Flaw> flaws;

    /**
     * @param line in the file the rule came from
     * @param rule its name; empty when even that could not be read
     */
    public record Flaw(int line, String rule, String reason) {}

    public BrokenRules(List<Flaw> flaws) {
        super(flaws.stream()
                .map(flaw -> "line " + flaw.line() + (flaw.rule().isEmpty() ? "" : " (" + flaw.rule() + ")") + ": "
                        + flaw.reason())
                .collect(Collectors.joining("\n")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
