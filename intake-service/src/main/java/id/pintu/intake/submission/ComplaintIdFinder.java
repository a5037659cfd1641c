package id.pintu.intake.submission;

import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeChannel;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finder of the complaint id of a submission: derived from channel, credential, idempotency key and secret, so that a
 * repetition has the same one, and nobody can take up the numbers of another's submissions by guessing their keys.
 */
final class ComplaintIdFinder {

    private final List<InstallationSecret> secrets;

    ComplaintIdFinder(InstallationSecrets secrets) {
        this.secrets = secrets.accepted(SecretPurpose.TRACKING_NUMBERS);
    }

    /**
     * The id a previous secret gave to this submission, if that is known; else the one of the current secret.
     *
     * @param known whether a complaint with this id was submitted before
     * @param sameReport whether it was submitted before with the same report
     */
    ComplaintId find(
            SubmissionRequest request,
            String fingerprint,
            Predicate<ComplaintId> known,
            BiPredicate<ComplaintId, String> sameReport) {
        return Stream.concat(
                        secrets.stream()
                                .skip(1)
                                .map(secret -> id(secret, request))
                                .filter(known),
                        unscopedIds(request).filter(id -> sameReport.test(id, fingerprint)))
                .findFirst()
                .orElseGet(() -> id(secrets.getFirst(), request));
    }

    /**
     * Ids from before channels had credentials, for an import that is repeated later. A web form's are not looked for:
     * there anybody could still take them up.
     */
    private Stream<ComplaintId> unscopedIds(SubmissionRequest request) {
        return request.credential().isEmpty() || request.report().door() == IntakeChannel.WEB
                ? Stream.empty()
                : secrets.stream().map(secret -> unscopedId(secret, request));
    }

    private static ComplaintId id(InstallationSecret secret, SubmissionRequest request) {
        return request.credential()
                .map(credential -> ComplaintId.of(secret.derive(
                        "complaint-of-credential",
                        credential,
                        request.report().door().name(),
                        request.idempotencyKey())))
                .orElseGet(() -> unscopedId(secret, request));
    }

    private static ComplaintId unscopedId(InstallationSecret secret, SubmissionRequest request) {
        return ComplaintId.of(secret.derive("complaint", request.report().door().name(), request.idempotencyKey()));
    }
}
