package id.pintu.events;

/** Event emitted by intake-service: an action of the reporter. */
public sealed interface IntakeEvent extends ComplaintEvent {

    /**
     * A report was submitted through any of the channels. First event of a complaint that is not a part.
     *
     * @param report without the reporter's name and contact
     */
    record ComplaintSubmitted(EventMetadata stamp, SubmittedReport report) implements IntakeEvent {}

    /** The reporter answered a question or added to the report, before the final answer. */
    record ComplaintReplied(EventMetadata stamp, String text) implements IntakeEvent {}

    /** The reporter withdrew the report; all clocks end. */
    record ComplaintWithdrawn(EventMetadata stamp, String reason) implements IntakeEvent {}

    /** The reporter rejected the answer or the archiving; it has to be handled again. */
    record ComplaintContested(EventMetadata stamp, String reason) implements IntakeEvent {}

    /**
     * The reporter rated the answer, which closes the complaint.
     *
     * @param stars 1 (bad) to 5 (good)
     */
    record ComplaintRated(EventMetadata stamp, int stars, String comment) implements IntakeEvent {}

    /**
     * The reporter of a complaint that missed the overall deadline agreed to a handover to the Ombudsman. The handover
     * itself is the {@link SlaEvent.DeadlineMissed} whose level needs this consent, emitted once, when it is due.
     */
    record OmbudsmanConsentGiven(EventMetadata stamp) implements IntakeEvent {}
}
