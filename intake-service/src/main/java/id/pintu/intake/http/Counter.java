package id.pintu.intake.http;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.Topics;
import id.pintu.events.WireJson;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problem;
import id.pintu.house.keys.Secret;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Saying;
import id.pintu.intake.http.ReportForm.Reporter;
import id.pintu.intake.reporting.Fingerprint;
import id.pintu.intake.reporting.ReporterCommand;
import id.pintu.intake.reporting.ReporterCommand.Submit;
import id.pintu.intake.reporting.Reporting;
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
class Counter {

    private final Secret secret;
    private final Casebook<Reporting> casebook;
    private final MongoCollection<Document> claims;
    private final CommandGate<ReporterCommand> gate;
    private final InstantSource clock;

    Counter(
            Secret secret,
            Casebook<Reporting> casebook,
            MongoDatabase database,
            CommandGate<ReporterCommand> gate,
            InstantSource clock) {
        this.secret = secret;
        this.casebook = casebook;
        this.claims = database.getCollection("claims");
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * When this returns, the report is safe.
     *
     * @param idempotencyKey what makes this submission the same as an earlier one from this door
     * @throws Problem 422 when the key was used for another report, 503 when it cannot be kept safe now
     */
    Receipt accept(Door door, String idempotencyKey, Report report, Reporter reporter, Optional<String> traceparent) {
        ComplaintId id = ComplaintId.of(secret.derive("complaint", door.name(), idempotencyKey));
        claim(id, Fingerprint.of(report));
        if (reporter.channel() != ContactChannel.NONE) {
            // Before the report: whoever hears of the report can find its reporter.
            gate.put(Saying.of(
                    Topics.REPORTERS,
                    id,
                    "reporter",
                    submission(id),
                    clock.instant(),
                    WireJson.MAPPER.writeValueAsBytes(reporter)));
        }
        gate.put(new Submit(submission(id), id, report), traceparent);
        return new Receipt(id, reporterKey(id));
    }

    /** Whether this is the key only the reporter was given, by which the reporter acts on the complaint and its parts. */
    boolean belongs(String key, ComplaintId id) {
        ComplaintId whole = casebook.find(id).flatMap(Reporting::partOf).orElse(id);
        return Secret.same(key, reporterKey(whole));
    }

    String reporterKey(ComplaintId id) {
        return secret.deriveKey("reporter-key", id.value());
    }

    private static UUID submission(ComplaintId id) {
        return UUID.nameUUIDFromBytes(("submit/" + id.value()).getBytes(StandardCharsets.UTF_8));
    }

    private void claim(ComplaintId id, String fingerprint) {
        String first = casebook.find(id).map(Reporting::fingerprint).orElseGet(() -> firstClaim(id, fingerprint));
        if (!first.isEmpty() && !first.equals(fingerprint)) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Header 'Idempotency-Key': it was used before for a different report.");
        }
    }

    private String firstClaim(ComplaintId id, String fingerprint) {
        try {
            claims.insertOne(new Document("_id", id.value()).append("fingerprint", fingerprint));
            return fingerprint;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document first = claims.find(Filters.eq(id.value())).first();
            return first == null ? fingerprint : first.getString("fingerprint");
        }
    }

    /**
     * What a reporter is given.
     *
     * @param reporterKey secret; lets its holder reply, withdraw, contest and rate
     */
    record Receipt(ComplaintId trackingNumber, String reporterKey) {}
}
