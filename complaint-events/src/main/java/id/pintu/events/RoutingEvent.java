package id.pintu.events;

import java.util.List;
import java.util.Optional;

/** Who is responsible. Said by routing-service; at every moment exactly one place is. */
public sealed interface RoutingEvent extends ComplaintEvent {

    /**
     * The rules found no institution they are sure of: the national desk is responsible until it decides.
     *
     * @param reason what was missing
     */
    record ComplaintHeldForDesk(Stamp stamp, Reason reason) implements RoutingEvent {}

    /**
     * The complaint was assigned, and stands in the institution's feed.
     *
     * @param institution who is responsible from now on
     * @param unit the unit the rule names, if it does (Dinas …)
     * @param assignment 1 for the first institution, 2 after the first transfer, …
     * @param reason the rule and the facts it matched
     */
    record ComplaintRouted(Stamp stamp, Institution institution, Optional<String> unit, int assignment, Reason reason)
            implements RoutingEvent {}

    /** The institution says the complaint is not its own ("bukan wewenang"); a new decision follows at once. */
    record ComplaintReturned(Stamp stamp, String institution, String reason) implements RoutingEvent {}

    /** An assignment ended because another institution takes over. */
    record ComplaintTransferred(Stamp stamp, String from, String to) implements RoutingEvent {}

    /** The desk laid the report aside: bad format, too general, not about government work. */
    record ComplaintArchived(Stamp stamp, String reason) implements RoutingEvent {}

    /**
     * Why a decision fell as it did.
     *
     * @param rule name of the rule that settled it, kebab-case
     * @param facts what the rule matched, each a short {@code name=value}
     * @param assessment how sure it is, and who else it could have been; absent when nothing was weighed
     */
    record Reason(String rule, List<String> facts, Optional<Assessment> assessment) {
        public Reason {
            facts = List.copyOf(facts);
        }

        public Reason(String rule, List<String> facts) {
            this(rule, facts, Optional.empty());
        }
    }

    /**
     * How sure a decision is.
     *
     * @param confidence 0 to 1: how often such a decision was right
     * @param ruleBook version of the rule book it was made by
     * @param choices the likeliest institutions, the likeliest first: for the desk to choose from, or, once one was
     *     chosen, the runners-up
     */
    record Assessment(double confidence, String ruleBook, List<Choice> choices) {
        public Assessment {
            choices = List.copyOf(choices);
        }

        /**
         * An institution it can be.
         *
         * @param name as citizens know it
         * @param confidence 0 to 1; 0 when it was not asked for
         */
        public record Choice(String institution, String name, double confidence) {}
    }
}
