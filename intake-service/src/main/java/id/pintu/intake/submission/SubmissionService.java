package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.events.SubmittedReport;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.intake.mongo.IdempotencyClaimStore;
import id.pintu.intake.reporter.IntakeState;
import id.pintu.intake.reporter.IntakeState.ComplaintOrigin;
import id.pintu.intake.reporter.ReportFingerprint;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommand.Submit;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Service that accepts a report from any channel, sends it to the command topic and returns its tracking number.
 *
 * <p>Tracking number and reporter key are derived (HMAC) from the channel, its idempotency key and the installation's
 * secret: the same submission gets the same ones, before and after a crash, and they cannot be guessed without the
 * secret.
 */
@Component
public final class SubmissionService {

    private final InstallationSecret secret;
    private final SnapshotStore<IntakeState> snapshots;
    private final IdempotencyClaimStore claims;
    private final CommandGateway<ReporterCommand> commandGateway;
    private final InstantSource clock;

    public SubmissionService(
            InstallationSecret secret,
            SnapshotStore<IntakeState> snapshots,
            IdempotencyClaimStore claims,
            CommandGateway<ReporterCommand> commandGateway,
            InstantSource clock) {
        this.secret = secret;
        this.snapshots = snapshots;
        this.claims = claims;
        this.commandGateway = commandGateway;
        this.clock = clock;
    }

    /**
     * Submits a report. When this returns, the broker has acknowledged it.
     *
     * @param idempotencyKey identifies this submission among those of the report's channel
     * @throws ProblemException 422 when the key was used for a different report, 503 when the broker does not take it
     */
    public SubmissionReceipt submit(
            String idempotencyKey, SubmittedReport report, ReporterContact contact, Optional<String> traceparent) {
        ComplaintId id = ComplaintId.of(secret.derive("complaint", report.door().name(), idempotencyKey));
        claimIdempotencyKey(id, ReportFingerprint.of(report));
        if (contact.channel() != ContactChannel.NONE) {
            // Before the report, so that a consumer of the report finds its contact.
            commandGateway.send(OutboundRecord.of(
                    TopicNames.REPORTERS,
                    id,
                    "reporter",
                    submitCommandId(id),
                    clock.instant(),
                    WireJsonMapper.MAPPER.writeValueAsBytes(contact)));
        }
        commandGateway.send(new Submit(submitCommandId(id), id, report), traceparent);
        return new SubmissionReceipt(id, reporterKey(id));
    }

    /** Whether this is the reporter key of a complaint; the parts of a split complaint have the key of the whole. */
    public boolean isReporterKey(String key, ComplaintId id) {
        ComplaintId whole = origin(id).flatMap(ComplaintOrigin::partOf).orElse(id);
        return InstallationSecret.constantTimeEquals(key, reporterKey(whole));
    }

    /** The secret key by which the reporter acts on a complaint: derived, and stored nowhere. */
    public String reporterKey(ComplaintId id) {
        return secret.deriveKey("reporter-key", id.value());
    }

    private Optional<ComplaintOrigin> origin(ComplaintId id) {
        return snapshots.find(id).map(IntakeState::origin);
    }

    private static UUID submitCommandId(ComplaintId id) {
        return UUID.nameUUIDFromBytes(("submit/" + id.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** The ledger decides where it has the complaint already: it outlives the claims. */
    private void claimIdempotencyKey(ComplaintId id, String fingerprint) {
        String first = origin(id).map(ComplaintOrigin::fingerprint).orElseGet(() -> claims.claim(id, fingerprint));
        if (!first.isEmpty() && !first.equals(fingerprint)) {
            throw ProblemException.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Header 'Idempotency-Key': it was used before for a different report.");
        }
    }
}
