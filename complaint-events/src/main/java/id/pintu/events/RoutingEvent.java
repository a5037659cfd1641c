package id.pintu.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Event emitted by routing-service: who is responsible. At any time that is exactly one party, an institution or the
 * national desk.
 */
public sealed interface RoutingEvent extends ComplaintEvent {

    /**
     * No institution could be determined with sufficient confidence, or institutions dispute the responsibility: the
     * national desk is responsible until it decides.
     *
     * @param reason what is unclear
     * @param dispute present if institutions disagree; the complaint then waits for a ruling of the desk's arbiter
     */
    record ComplaintHeldForDesk(EventMetadata stamp, RoutingReason reason, Optional<DisputeCause> dispute)
            implements RoutingEvent {

        /** Held without a dispute. */
        public ComplaintHeldForDesk(EventMetadata stamp, RoutingReason reason) {
            this(stamp, reason, Optional.empty());
        }
    }

    /**
     * The complaint was assigned to an institution and, in the same transaction, written to its feed.
     *
     * @param institution responsible from now on
     * @param unit unit of the institution (Dinas …), if the rule or the report names one
     * @param assignment number of the assignment: 1 for the first institution, 2 after the first transfer, …
     * @param reason the deciding rule and its facts
     */
    record ComplaintRouted(
            EventMetadata stamp,
            InstitutionRef institution,
            Optional<String> unit,
            int assignment,
            RoutingReason reason)
            implements RoutingEvent {}

    /**
     * The institution returned the complaint as not its responsibility ("bukan wewenang"); a new decision follows in the
     * same transaction.
     *
     * @param suggested code of the institution it names as responsible, if it does
     */
    record ComplaintReturned(EventMetadata stamp, String institution, String reason, Optional<String> suggested)
            implements RoutingEvent {

        /** Returned without naming another institution. */
        public ComplaintReturned(EventMetadata stamp, String institution, String reason) {
            this(stamp, institution, reason, Optional.empty());
        }
    }

    /** An assignment ended because another institution is responsible now. */
    record ComplaintTransferred(EventMetadata stamp, String from, String to) implements RoutingEvent {}

    /**
     * The arbiter ruled which institution is responsible; a {@link ComplaintRouted} follows. That institution can no
     * longer return the complaint, and the ruling is a precedent for later complaints on the same matter.
     *
     * @param institution code of the responsible institution
     * @param grounds explanation, readable for officers and the reporter
     * @param against codes of the institutions that returned the complaint, in order
     * @param matter rule and topic of the first assignment by rules; empty if there was none, and then the ruling is not
     *     a precedent
     */
    record RulingGiven(EventMetadata stamp, String institution, String grounds, List<String> against, String matter)
            implements RoutingEvent {
        public RulingGiven {
            against = List.copyOf(against);
        }
    }

    /** Several institutions are responsible, each for its part; the complaint itself stays with the first one. */
    record ComplaintSplit(EventMetadata stamp, List<ComplaintPart> parts) implements RoutingEvent {
        public ComplaintSplit {
            parts = List.copyOf(parts);
        }
    }

    /**
     * First event of a part: a complaint of its own, with its own id, institution, clocks and answer.
     *
     * @param partOf id of the complaint it is a part of; both have the same reporter
     * @param submittedAt when the whole complaint was submitted
     */
    record PartOpened(EventMetadata stamp, ComplaintId partOf, Instant submittedAt, SubmittedReport report)
            implements RoutingEvent {}

    /**
     * The desk archived the report; its reporter may contest that once.
     *
     * @param reason explanation to the reporter, free text
     * @param ground legal ground
     */
    record ComplaintArchived(EventMetadata stamp, String reason, ArchiveReasonCode ground) implements RoutingEvent {}

    /**
     * The report duplicates an earlier one, so both may be answered together.
     *
     * @param of id of the first report of the same incident
     */
    record RepeatFound(EventMetadata stamp, ComplaintId of, DuplicateType likeness) implements RoutingEvent {}

    /** Similarity of two reports. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum DuplicateType {
        /** The texts are nearly identical. */
        SAME_WORDS,
        /** The texts are similar, name the same place and are a few days apart at most. */
        SAME_INCIDENT
    }

    /** Grounds on which a report may be archived. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum ArchiveReasonCode {
        /** Not understandable: empty, cut off, not a sentence. */
        BAD_FORMAT,
        /** Names no specific case that could be handled. */
        TOO_GENERAL,
        /** Not about the work of the government. */
        NOT_GOVERNMENT,
        /** Court cases, the legislature, corruption and crime, which have their own authorities. */
        NOT_HANDLED
    }

    /** Cause of a dispute between institutions. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum DisputeCause {
        /** The maximum number of transfers is reached. */
        TRANSFERS_USED_UP,
        /** The suggested institution has returned the complaint before. */
        CYCLE
    }

    /**
     * Part of a split complaint.
     *
     * @param complaintId id of the part
     * @param about what in the report this institution is responsible for
     */
    record ComplaintPart(ComplaintId complaintId, InstitutionRef institution, String about) {}

    /**
     * The desk or the institution changed the kind of the report, and with it the limit of the follow-up.
     *
     * @param kind new kind
     */
    record ComplaintReclassified(EventMetadata stamp, ComplaintKind kind, String reason) implements RoutingEvent {}

    /**
     * Confidence of a decision, and its alternatives.
     *
     * @param confidence calibrated probability that the decision is right, 0 to 1
     * @param ruleBook version of the rule book the decision was made with
     * @param choices most likely institutions in descending order: candidates for the desk, or, after an assignment, the
     *     alternatives to it
     */
    record RoutingAssessment(double confidence, String ruleBook, List<InstitutionLikelihood> choices) {
        public RoutingAssessment {
            choices = List.copyOf(choices);
        }

        /**
         * Institution that may be responsible, and how likely that is.
         *
         * @param institution registry code
         * @param name name for citizens
         * @param confidence probability, 0 to 1; the sum over all choices and the assigned institution is at most 1
         */
        public record InstitutionLikelihood(String institution, String name, double confidence) {}
    }
}
