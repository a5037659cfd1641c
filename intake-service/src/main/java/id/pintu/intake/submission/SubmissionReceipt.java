package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;

/**
 * Response to a submitted report, the same for each repetition of it.
 *
 * @param reporterKey secret; lets its holder reply, withdraw, contest and rate
 */
public record SubmissionReceipt(ComplaintId trackingNumber, String reporterKey) {}
