package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.ReportAttachment;
import id.pintu.events.ReporterContact;
import id.pintu.intake.mongo.IdempotencyClaimStore;
import id.pintu.intake.mongo.IdempotencyClaimStore.IdempotencyClaim;
import id.pintu.intake.reporter.IntakeState;
import id.pintu.intake.reporter.IntakeState.ComplaintOrigin;
import id.pintu.intake.reporter.ReportFingerprint;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommand.Submit;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.InstallationSecrets;
import java.nio.charset.StandardCharsets;
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
    private final ReporterContactPublisher contacts;
    private final ContactHasher contactHasher;

    public SubmissionService(
            InstallationSecrets secrets,
            SnapshotStore<IntakeState> snapshots,
            IdempotencyClaimStore claims,
            CommandGateway<ReporterCommand> commandGateway,
            ReporterContactPublisher contacts) {
        this.ids = new ComplaintIdFinder(secrets);
        this.reporterKeys = new ReporterKeys(secrets);
        this.snapshots = snapshots;
        this.claims = claims;
        this.commandGateway = commandGateway;
        this.contacts = contacts;
        this.contactHasher = new ContactHasher(secrets);
    }

    /**
     * Submits a report. When this returns, the broker has acknowledged it.
     *
     * @throws ProblemException 422 when the key was used for a different report or contact, 503 when the broker does not take it
     */
    public SubmissionReceipt submit(SubmissionRequest request, Optional<String> traceparent) {
        return submitOnce(request, traceparent).receipt();
    }

    /** Like {@link #submit}, and tells whether the ledger had the report already. */
    public SubmissionResult submitOnce(SubmissionRequest request, Optional<String> traceparent) {
        String fingerprint = ReportFingerprint.of(request.report());
        ComplaintId id = ids.find(request, fingerprint, this::isKnown, this::isSameReport);
        boolean isNew = claimIdempotencyKey(id, fingerprint, request.contact());
        if (isNew && request.contact().channel() != ContactChannel.NONE) {
            // Before the report, so that a consumer of the report finds its contact.
            contacts.publish(id, request.contact());
        }
        commandGateway.send(new Submit(submitCommandId(id), id, request.report()), traceparent);
        return new SubmissionResult(new SubmissionReceipt(id, reporterKey(id)), !isNew);
    }

    /** Whether this is the reporter key of a complaint; the parts of a split complaint have the key of the whole. */
    public boolean isReporterKey(String key, ComplaintId id) {
        return reporterKeys.isKeyOf(key, wholeOf(id));
    }

    /** The key for a complaint or a part of one. */
    public String reporterKeyOfWhole(ComplaintId id) {
        return reporterKey(wholeOf(id));
    }

    private ComplaintId wholeOf(ComplaintId id) {
        return origin(id).flatMap(ComplaintOrigin::partOf).orElse(id);
    }

    /** The secret key by which the reporter acts on a complaint: derived, and stored nowhere. */
    public String reporterKey(ComplaintId id) {
        return reporterKeys.keyOf(id);
    }

    /**
     * The attachment of a complaint's report.
     *
     * @param number from 1
     */
    public Optional<ReportAttachment> attachment(ComplaintId id, int number) {
        return origin(id)
                .flatMap(ComplaintOrigin::attachments)
                .filter(each -> number >= 1 && number <= each.size())
                .map(each -> each.get(number - 1));
    }

    private boolean isKnown(ComplaintId id) {
        return origin(id).isPresent() || claims.find(id).isPresent();
    }

    private boolean isSameReport(ComplaintId id, String fingerprint) {
        return origin(id)
                .map(ComplaintOrigin::fingerprint)
                .or(() -> claims.find(id).map(IdempotencyClaim::fingerprint))
                .filter(fingerprint::equals)
                .isPresent();
    }

    private Optional<ComplaintOrigin> origin(ComplaintId id) {
        return snapshots.find(id).map(IntakeState::origin);
    }

    private static UUID submitCommandId(ComplaintId id) {
        return UUID.nameUUIDFromBytes(("submit/" + id.value()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The ledger decides where it has the complaint already: it outlives the claims.
     *
     * @return whether the ledger does not have the complaint yet; a contact is written only then, as its reporter may have
     *     changed it since
     */
    private boolean claimIdempotencyKey(ComplaintId id, String fingerprint, ReporterContact contact) {
        Optional<ComplaintOrigin> submitted = origin(id);
        Optional<IdempotencyClaim> first = submitted.isPresent()
                ? claims.find(id)
                : Optional.of(claims.claim(
                        id, new IdempotencyClaim(fingerprint, Optional.of(contactHasher.hash(id, contact)))));
        String firstFingerprint = submitted
                .map(ComplaintOrigin::fingerprint)
                .or(() -> first.map(IdempotencyClaim::fingerprint))
                .orElse("");
        boolean otherContact = first.flatMap(IdempotencyClaim::contactHash)
                .filter(hash -> !contactHasher.isHashOf(hash, id, contact))
                .isPresent();
        if (otherContact || (!firstFingerprint.isEmpty() && !firstFingerprint.equals(fingerprint))) {
            throw ProblemException.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    otherContact
                            ? "Header 'Idempotency-Key': it was used before with another contact. A contact is changed with the reporter's key."
                            : "Header 'Idempotency-Key': it was used before for a different report.");
        }
        return submitted.isEmpty();
    }

    /**
     * Replaces the contact of a complaint, or of the whole it is a part of.
     *
     * @throws ProblemException 404 when the complaint was not submitted, 503 when the broker does not take it
     */
    public void changeContact(ComplaintId id, ReporterContact contact) {
        contacts.publish(whole(id), contact);
    }

    /** Erases the contact; the exceptions are those of {@link #changeContact}. */
    public void eraseContact(ComplaintId id) {
        contacts.erase(whole(id));
    }

    private ComplaintId whole(ComplaintId id) {
        ComplaintOrigin origin = origin(id)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "unknown-complaint", "There is no complaint with this number."));
        return origin.partOf().orElse(id);
    }
}
