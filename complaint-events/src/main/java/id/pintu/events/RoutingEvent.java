package id.pintu.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Who is responsible. Said by routing-service; at every moment exactly one place is. */
public sealed interface RoutingEvent extends ComplaintEvent {

    /**
     * The rules found no institution they are sure of, or institutions do not agree: the national desk is responsible
     * until it decides.
     *
     * @param reason what was missing
     * @param dispute when institutions do not agree; then it waits for the desk's arbiter, who rules
     */
    record ComplaintHeldForDesk(EventMetadata stamp, RoutingReason reason, Optional<DisputeCause> dispute)
            implements RoutingEvent {

        /** Held because nobody is sure, and not because of a dispute. */
        public ComplaintHeldForDesk(EventMetadata stamp, RoutingReason reason) {
            this(stamp, reason, Optional.empty());
        }
    }

    /**
     * The complaint was assigned, and stands in the institution's feed.
     *
     * @param institution who is responsible from now on
     * @param unit the unit the rule names, if it does (Dinas …)
     * @param assignment 1 for the first institution, 2 after the first transfer, …
     * @param reason the rule and the facts it matched
     */
    record ComplaintRouted(
            EventMetadata stamp,
            InstitutionRef institution,
            Optional<String> unit,
            int assignment,
            RoutingReason reason)
            implements RoutingEvent {}

    /**
     * The institution says the complaint is not its own ("bukan wewenang"); a new decision follows at once.
     *
     * @param suggested code of the institution it thinks is right, if it names one
     */
    record ComplaintReturned(EventMetadata stamp, String institution, String reason, Optional<String> suggested)
            implements RoutingEvent {

        /** Without naming the right one. */
        public ComplaintReturned(EventMetadata stamp, String institution, String reason) {
            this(stamp, institution, reason, Optional.empty());
        }
    }

    /** An assignment ended because another institution takes over. */
    record ComplaintTransferred(EventMetadata stamp, String from, String to) implements RoutingEvent {}

    /**
     * The arbiter ruled who is responsible; a {@link ComplaintRouted} follows. The institution cannot return it any
     * more, and the ruling is a precedent for every later complaint of the same matter.
     *
     * @param institution code of the institution that is responsible
     * @param grounds why, in words its officers and the reporter may read
     * @param against codes of those that said it is not theirs, in order
     * @param matter what was decided about: the rule and topic that first brought it to an institution; empty where
     *     none did, and then it is no precedent
     */
    record RulingGiven(EventMetadata stamp, String institution, String grounds, List<String> against, String matter)
            implements RoutingEvent {
        public RulingGiven {
            against = List.copyOf(against);
        }
    }

    /** Several institutions are responsible, each for its part; the complaint itself stays with the first. */
    record ComplaintSplit(EventMetadata stamp, List<ComplaintPart> parts) implements RoutingEvent {
        public ComplaintSplit {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a complaint begins: a complaint of its own, with its own number, institution, clocks and answer.
     *
     * @param partOf the complaint it belongs to; its reporter is this one's reporter
     * @param submittedAt when the whole came in
     */
    record PartOpened(EventMetadata stamp, ComplaintId partOf, Instant submittedAt, SubmittedReport report)
            implements RoutingEvent {}

    /**
     * The desk laid the report aside; its reporter may contest that once.
     *
     * @param reason the desk's own words to the reporter
     * @param ground which of the grounds there are
     */
    record ComplaintArchived(EventMetadata stamp, String reason, ArchiveReasonCode ground) implements RoutingEvent {}

    /**
     * The report tells of the same thing as an earlier one; both may be answered at once.
     *
     * @param of the first that told of it
     */
    record RepeatFound(EventMetadata stamp, ComplaintId of, DuplicateType likeness) implements RoutingEvent {}

    /** How two reports are alike. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum DuplicateType {
        /** Nearly the same text. */
        SAME_WORDS,
        /** Much the same text, about one place, within a few days. */
        SAME_INCIDENT
    }

    /** The only grounds a report may be archived on. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum ArchiveReasonCode {
        /** It cannot be understood: empty, cut off, no sentence. */
        BAD_FORMAT,
        /** It names no case that anybody could handle. */
        TOO_GENERAL,
        /** It is not about the work of government. */
        NOT_GOVERNMENT,
        /** Court cases, the legislature, corruption and crime, which have offices of their own. */
        NOT_HANDLED
    }

    /** Why institutions do not agree. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum DisputeCause {
        /** It was passed on as often as it may be. */
        TRANSFERS_USED_UP,
        /** It was to go to an institution that has returned it before. */
        CYCLE
    }

    /**
     * One of several parts.
     *
     * @param complaintId the part's own number
     * @param about what in the report is this institution's
     */
    record ComplaintPart(ComplaintId complaintId, InstitutionRef institution, String about) {}

    /**
     * The report is of another kind than its reporter said; the limit of its follow-up is another one from now on.
     *
     * @param kind what it is now
     */
    record ComplaintReclassified(EventMetadata stamp, ComplaintKind kind, String reason) implements RoutingEvent {}

    /**
     * How sure a decision is.
     *
     * @param confidence 0 to 1: how often such a decision was right
     * @param ruleBook version of the rule book it was made by
     * @param choices the likeliest institutions, the likeliest first: for the desk to choose from, or, once one was
     *     chosen, the runners-up
     */
    record RoutingAssessment(double confidence, String ruleBook, List<InstitutionLikelihood> choices) {
        public RoutingAssessment {
            choices = List.copyOf(choices);
        }

        /**
         * An institution it can be.
         *
         * @param name as citizens know it
         * @param confidence 0 to 1: how likely it is; all of them, and the one chosen, together at most 1
         */
        public record InstitutionLikelihood(String institution, String name, double confidence) {}
    }
}
