package id.pintu.intake.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.ComplaintCommand;
import java.util.UUID;

/** Command of a reporter about one complaint, as sent to the topic {@code intake.commands}. */
public sealed interface ReporterCommand extends ComplaintCommand {

    record Submit(UUID id, ComplaintId complaintId, SubmittedReport report) implements ReporterCommand {}

    record Reply(UUID id, ComplaintId complaintId, String text) implements ReporterCommand {}

    record Withdraw(UUID id, ComplaintId complaintId, String reason) implements ReporterCommand {}

    record Contest(UUID id, ComplaintId complaintId, String reason) implements ReporterCommand {}

    /**
     * @param stars 1 to 5
     */
    record Rate(UUID id, ComplaintId complaintId, int stars, String comment) implements ReporterCommand {}

    /** Consents to handing the complaint on to the Ombudsman, once the overall time limit has passed. */
    record Consent(UUID id, ComplaintId complaintId) implements ReporterCommand {}
}
