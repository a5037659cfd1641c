package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
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
import id.pintu.support.keys.InstallationSecrets;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Service that accepts a report from any channel, sends it to the command topic and returns its tracking number.
 *
 * <p>Tracking number and reporter key are derived (HMAC) from the channel, its credential and idempotency key, and the
 * installation's secrets: the same submission gets the same ones, before and after a crash, and they cannot be guessed
 * without the secrets.
 */
@Component
public final class SubmissionService {

    private final ComplaintIdFinder ids;
    private final ReporterKeys reporterKeys;
    private final SnapshotStore<IntakeState> snapshots;
    private final IdempotencyClaimStore claims;
    private final CommandGateway<ReporterCommand> commandGateway;
    private final InstantSource clock;

    public SubmissionService(
            InstallationSecrets secrets,
            SnapshotStore<IntakeState> snapshots,
            IdempotencyClaimStore claims,
            CommandGateway<ReporterCommand> commandGateway,
            InstantSource clock) {
        this.ids = new ComplaintIdFinder(secrets);
        this.reporterKeys = new ReporterKeys(secrets);
        this.snapshots = snapshots;
        this.claims = claims;
        this.commandGateway = commandGateway;
        this.clock = clock;
    }

    /**
     * Submits a report. When this returns, the broker has acknowledged it.
     *
     * @throws ProblemException 422 when the key was used for a different report, 503 when the broker does not take it
     */
    public SubmissionReceipt submit(SubmissionRequest request, Optional<String> traceparent) {
        String fingerprint = ReportFingerprint.of(request.report());
        ComplaintId id = ids.find(request, fingerprint, this::isKnown, this::isSameReport);
        claimIdempotencyKey(id, fingerprint);
        if (request.contact().channel() != ContactChannel.NONE) {
            // Before the report, so that a consumer of the report finds its contact.
            commandGateway.send(OutboundRecord.of(
                    TopicNames.REPORTERS,
                    id,
                    "reporter",
                    submitCommandId(id),
                    clock.instant(),
                    WireJsonMapper.MAPPER.writeValueAsBytes(request.contact())));
        }
        commandGateway.send(new Submit(submitCommandId(id), id, request.report()), traceparent);
        return new SubmissionReceipt(id, reporterKey(id));
    }

    /** Whether this is the reporter key of a complaint; the parts of a split complaint have the key of the whole. */
    public boolean isReporterKey(String key, ComplaintId id) {
        ComplaintId whole = origin(id).flatMap(ComplaintOrigin::partOf).orElse(id);
        return reporterKeys.isKeyOf(key, whole);
    }

    /** The secret key by which the reporter acts on a complaint: derived, and stored nowhere. */
    public String reporterKey(ComplaintId id) {
        return reporterKeys.keyOf(id);
    }

    private boolean isKnown(ComplaintId id) {
        return origin(id).isPresent() || claims.find(id).isPresent();
    }

    private boolean isSameReport(ComplaintId id, String fingerprint) {
        return origin(id)
                .map(ComplaintOrigin::fingerprint)
                .or(() -> claims.find(id))
                .filter(fingerprint::equals)
                .isPresent();
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
