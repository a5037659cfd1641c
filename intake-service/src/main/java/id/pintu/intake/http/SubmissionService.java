package id.pintu.intake.http;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.IntakeChannel;
import id.pintu.events.ReporterContact;
import id.pintu.events.SubmittedReport;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.intake.reporter.IntakeState;
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
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes a report in, whatever door it came through, and hands out its number.
 *
 * <p>Number and reporter's key are derived from the door's idempotency key and the house's secret: the same submission
 * gets the same ones, before and after a crash, and nobody else can work them out.
 */
@Component
class SubmissionService {

    private final InstallationSecret secret;
    private final SnapshotStore<IntakeState> snapshots;
    private final MongoCollection<Document> idempotencyClaims;
    private final CommandGateway<ReporterCommand> gate;
    private final InstantSource clock;

    SubmissionService(
            InstallationSecret secret,
            SnapshotStore<IntakeState> snapshots,
            MongoDatabase database,
            CommandGateway<ReporterCommand> gate,
            InstantSource clock) {
        this.secret = secret;
        this.snapshots = snapshots;
        this.idempotencyClaims = database.getCollection("claims");
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * When this returns, the report is safe.
     *
     * @param idempotencyKey what makes this submission the same as an earlier one from this door
     * @throws ProblemException 422 when the key was used for another report, 503 when it cannot be kept safe now
     */
    SubmissionReceipt submit(
            IntakeChannel channel,
            String idempotencyKey,
            SubmittedReport report,
            ReporterContact contact,
            Optional<String> traceparent) {
        ComplaintId id = ComplaintId.of(secret.derive("complaint", channel.name(), idempotencyKey));
        claimIdempotencyKey(id, ReportFingerprint.of(report));
        if (contact.channel() != ContactChannel.NONE) {
            // Before the report: whoever hears of the report can find its reporter.
            gate.send(OutboundRecord.of(
                    TopicNames.REPORTERS,
                    id,
                    "reporter",
                    submitCommandId(id),
                    clock.instant(),
                    WireJsonMapper.MAPPER.writeValueAsBytes(contact)));
        }
        gate.send(new Submit(submitCommandId(id), id, report), traceparent);
        return new SubmissionReceipt(id, reporterKey(id));
    }

    /** Whether this is the key only the reporter was given, by which the reporter acts on the complaint and its parts. */
    boolean isReporterKey(String key, ComplaintId id) {
        ComplaintId whole = snapshots.find(id).flatMap(IntakeState::partOf).orElse(id);
        return InstallationSecret.constantTimeEquals(key, reporterKey(whole));
    }

    String reporterKey(ComplaintId id) {
        return secret.deriveKey("reporter-key", id.value());
    }

    private static UUID submitCommandId(ComplaintId id) {
        return UUID.nameUUIDFromBytes(("submit/" + id.value()).getBytes(StandardCharsets.UTF_8));
    }

    private void claimIdempotencyKey(ComplaintId id, String fingerprint) {
        String first =
                snapshots.find(id).map(IntakeState::fingerprint).orElseGet(() -> firstFingerprint(id, fingerprint));
        if (!first.isEmpty() && !first.equals(fingerprint)) {
            throw ProblemException.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Header 'Idempotency-Key': it was used before for a different report.");
        }
    }

    private String firstFingerprint(ComplaintId id, String fingerprint) {
        try {
            idempotencyClaims.insertOne(new Document("_id", id.value()).append("fingerprint", fingerprint));
            return fingerprint;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document first = idempotencyClaims.find(Filters.eq(id.value())).first();
            return first == null ? fingerprint : first.getString("fingerprint");
        }
    }

    /**
     * What a reporter is given.
     *
     * @param reporterKey secret; lets its holder reply, withdraw, contest and rate
     */
    record SubmissionReceipt(ComplaintId trackingNumber, String reporterKey) {}
}
