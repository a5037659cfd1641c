package id.pintu.intake.submission;

/**
 * Result of a submission.
 *
 * @param repeated whether the ledger had this report already, so that nothing was added; false while the first submission
 *     is still on its way there
 */
public record SubmissionResult(SubmissionReceipt receipt, boolean repeated) {}
