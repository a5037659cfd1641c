package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;

/**
 * What a reporter gets for a submitted report.
 *
 * @param reporterKey secret; lets its holder reply, withdraw, contest and rate
 */
public record SubmissionReceipt(ComplaintId trackingNumber, String reporterKey) {}
