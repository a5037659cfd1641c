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

    /**
     * The report is of another kind than its reporter said; the limit of its follow-up is another one from now on.
     *
     * @param kind what it is now
     */
    record ComplaintReclassified(Stamp stamp, ComplaintKind kind, String reason) implements RoutingEvent {}

    /** The desk laid the report aside: bad format, too general, not about government work. */
    record ComplaintArchived(Stamp stamp, String reason) implements RoutingEvent {}

    /**
     * Why a decision fell as it did.
     *
     * @param rule name of the rule that settled it, kebab-case
     * @param facts what the rule matched, each a short {@code name=value}
     */
    record Reason(String rule, List<String> facts) {
        public Reason {
            facts = List.copyOf(facts);
        }
    }
}
