package id.pintu.events;

/** What a reporter did. Said by intake-service. */
public sealed interface IntakeEvent extends ComplaintEvent {

    /**
     * A report came through a door.
     *
     * @param report what the reporter said; no name, no contact
     */
    record ComplaintSubmitted(EventMetadata stamp, SubmittedReport report) implements IntakeEvent {}

    /** The reporter answered a question or added to the report, before the final answer. */
    record ComplaintReplied(EventMetadata stamp, String text) implements IntakeEvent {}

    /** The reporter took the report back; nothing more is owed. */
    record ComplaintWithdrawn(EventMetadata stamp, String reason) implements IntakeEvent {}

    /** The reporter does not accept the answer; the institution has to follow up again. */
    record ComplaintContested(EventMetadata stamp, String reason) implements IntakeEvent {}

    /**
     * The reporter judged the answer, which closes the complaint.
     *
     * @param stars 1 (bad) to 5 (good)
     */
    record ComplaintRated(EventMetadata stamp, int stars, String comment) implements IntakeEvent {}

    /**
     * The reporter of a complaint that is unsolved for longer than the overall limit agrees that it is handed on to the
     * Ombudsman. It is handed on by the {@link SlaEvent.DeadlineMissed} that needs this consent, once, when it is due.
     */
    record OmbudsmanConsentGiven(EventMetadata stamp) implements IntakeEvent {}
}
