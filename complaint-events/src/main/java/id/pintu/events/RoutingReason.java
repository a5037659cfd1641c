package id.pintu.events;

import id.pintu.events.RoutingEvent.RoutingAssessment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reason of a routing decision: the deciding rule, the facts it matched, and the confidence.
 *
 * @param rule kebab-case name of the rule of the rule book that decided; where none did, one of the
 *     names reserved for such decisions, such as {@code national-desk}
 * @param facts what was found in the report and while deciding, each a text name=value, in the order it was found
 * @param assessment confidence and alternatives; empty when nothing was weighed
 */
public record RoutingReason(String rule, List<ReasonFact> facts, Optional<RoutingAssessment> assessment) {

    /** Held: no institution is likely enough, so people decide. */
    public static final String NATIONAL_DESK = "national-desk";

    /** Held: institutions disagree and the arbiter has to rule. */
    public static final String ARBITER = "arbiter";

    /** Held: the institution that had this part returned it. */
    public static final String PART_RETURNED = "part-returned";

    /** Held: the reporter contested the archiving. */
    public static final String ARCHIVE_CONTESTED = "archive-contested";

    /** Sent: the reporter chose the institution. */
    public static final String WISHED = "wished-institution";

    /** Sent: the SMS begins with the institution's keyword. */
    public static final String SMS_KEYWORD = "sms-keyword";

    /** Sent: the evidence as a whole is in favour of the institution, and no single rule names it. */
    public static final String WEIGHED = "weighed-evidence";

    /** Sent: the national desk decided. */
    public static final String DESK_DECISION = "national-desk-decision";

    /** Sent: the arbiter ruled. */
    public static final String RULING = "ruling";

    /** Sent: the institution that returned the complaint named this one. */
    public static final String SUGGESTED = "suggested-by-institution";

    /** Sent: it is a part of another complaint. */
    public static final String PART = "part";

    /** Sent to the institution that oversees the one whose officers the report is about. */
    public static final String OVERSIGHT = "oversight";

    /** Names that no rule of a rule book may have. */
    public static final Set<String> RESERVED_NAMES = Set.of(
            NATIONAL_DESK,
            ARBITER,
            PART_RETURNED,
            ARCHIVE_CONTESTED,
            WISHED,
            SMS_KEYWORD,
            WEIGHED,
            DESK_DECISION,
            RULING,
            SUGGESTED,
            PART,
            OVERSIGHT);

    public RoutingReason {
        facts = List.copyOf(facts);
    }

    public RoutingReason(String rule, List<ReasonFact> facts) {
        this(rule, facts, Optional.empty());
    }

    public RoutingReason withFacts(List<ReasonFact> others) {
        return new RoutingReason(rule, others, assessment);
    }

    /** Whether there is a fact of this name with a value, {@link ReasonFact#UNKNOWN} included. */
    public boolean has(ReasonFactName name) {
        return values(name).stream().anyMatch(value -> !value.isEmpty());
    }

    /** Every value of this name as written, empty and {@link ReasonFact#UNKNOWN} ones included. */
    public List<String> values(ReasonFactName name) {
        return facts.stream()
                .filter(fact -> fact.hasName(name))
                .map(ReasonFact::value)
                .toList();
    }

    /** The values of this name that are neither empty nor {@link ReasonFact#UNKNOWN}. */
    public List<String> knownValues(ReasonFactName name) {
        return values(name).stream()
                .filter(value -> !value.isEmpty() && !value.equals(ReasonFact.UNKNOWN))
                .toList();
    }

    /** The first of {@link #knownValues}. */
    public Optional<String> firstKnown(ReasonFactName name) {
        return knownValues(name).stream().findFirst();
    }

    /** Whether this was looked for and not found. */
    public boolean isUnknown(ReasonFactName name) {
        return values(name).contains(ReasonFact.UNKNOWN);
    }
}
