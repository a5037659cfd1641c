package id.pintu.portal.intake;

import id.pintu.events.ComplaintId;
import id.pintu.portal.PortalProperties;
import id.pintu.portal.intake.FileUploadResult.FileRefusalReason;
import id.pintu.portal.intake.ReporterActionResult.ReporterActionOutcome;
import id.pintu.portal.remote.RemoteRateLimit;
import id.pintu.portal.remote.RemoteValidationProblem;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** HTTP client for intake-service: files reports, and submits what reporters do about them later. */
@Component
public class IntakeClient {

    /** Names the browser's address, as intake-service limits submissions by source. */
    private static final String CLIENT_ADDRESS = "X-Pintu-Client";

    private final RemoteServiceClient intake;
    private final String authorization;

    IntakeClient(PortalProperties properties, InstallationSecrets secrets, ObservationRegistry observations) {
        this.intake = new RemoteServiceClient("intake", properties.intake(), observations);
        this.authorization = "Bearer " + BuiltInChannel.PORTAL.key(secrets.current(SecretPurpose.CHANNEL_KEYS));
    }

    /**
     * @param submission idempotency key: the same for one rendering of the form, however often it is sent
     */
    public ReportFilingResult fileReport(WebReportForm form, String submission) {
        return intake.exchange(
                http -> http.post()
                        .uri("/v1/complaints")
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .header(CLIENT_ADDRESS, clientAddress())
                        .header("Idempotency-Key", submission)
                        .body(form),
                IntakeClient::filingResult,
                new ReportFilingResult.Unavailable());
    }

    /** Uploads a file for a report that is to list it; streamed. */
    public FileUploadResult uploadFile(Resource content) {
        return intake.exchange(
                http -> http.post()
                        .uri("/v1/attachments")
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .header(CLIENT_ADDRESS, clientAddress())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(content),
                IntakeClient::uploadResult,
                new FileUploadResult.Refused(FileRefusalReason.UNAVAILABLE));
    }

    private static @Nullable FileUploadResult uploadResult(HttpStatus status, ConvertibleClientHttpResponse response)
            throws IOException {
        return switch (status) {
            case CREATED -> {
                UploadReceipt receipt = response.bodyTo(UploadReceipt.class);
                yield receipt == null ? null : new FileUploadResult.Stored(receipt.id());
            }
            case UNSUPPORTED_MEDIA_TYPE -> new FileUploadResult.Refused(FileRefusalReason.TYPE);
            case CONTENT_TOO_LARGE -> new FileUploadResult.Refused(FileRefusalReason.TOO_LARGE);
            case UNPROCESSABLE_CONTENT -> new FileUploadResult.Refused(FileRefusalReason.INFECTED);
            case BAD_REQUEST -> new FileUploadResult.Refused(FileRefusalReason.DAMAGED);
            default -> null;
        };
    }

    private record UploadReceipt(String id) {}

    /**
     * @param submission idempotency key: the same for one rendering of the form, however often it is sent
     */
    public ReporterActionResult submitAction(
            ComplaintId id, ReporterAction action, ReporterActionForm form, String submission) {
        return intake.exchange(
                http -> http.post()
                        .uri("/v1/complaints/{id}/{act}", id.value(), action.wireName())
                        .header("Idempotency-Key", submission)
                        .header("Reporter-Key", form.key())
                        .body(action.body(form)),
                IntakeClient::actionResult,
                ReporterActionResult.UNAVAILABLE);
    }

    /** Confirms the e-mail address of a complaint, by the code of the link in its receipt. */
    public EmailConfirmationResult confirmEmail(String number, String code) {
        return intake.exchange(
                http -> http.post().uri("/v1/email-confirmations").body(Map.of("number", number, "code", code)),
                (status, response) -> switch (status) {
                    case NO_CONTENT -> EmailConfirmationResult.CONFIRMED;
                    case BAD_REQUEST, FORBIDDEN -> EmailConfirmationResult.WRONG_CODE;
                    default -> null;
                },
                EmailConfirmationResult.UNAVAILABLE);
    }

    /** Asks whether the key is that of the complaint's reporter. */
    public ReporterKeyCheckResult checkKey(ComplaintId id, String key) {
        return intake.exchange(
                http -> http.get()
                        .uri("/v1/complaints/{id}/reporter-key", id.value())
                        .header("Reporter-Key", key),
                (status, response) -> switch (status) {
                    case NO_CONTENT -> ReporterKeyCheckResult.VALID;
                    case FORBIDDEN -> ReporterKeyCheckResult.WRONG;
                    default -> null;
                },
                ReporterKeyCheckResult.UNAVAILABLE);
    }

    /** Changes the code of a link in a notice into the reporter key. */
    public ReporterLinkResult openLink(ComplaintId id, String code) {
        return intake.exchange(
                http -> http.post().uri("/v1/reporter-links").body(Map.of("number", id.value(), "code", code)),
                (status, response) -> switch (status) {
                    case OK ->
                        Optional.ofNullable(response.bodyTo(LinkKey.class))
                                .map(opened -> new ReporterLinkResult.Opened(opened.reporterKey()))
                                .orElse(null);
                    case BAD_REQUEST, FORBIDDEN -> new ReporterLinkResult.Expired();
                    default -> null;
                },
                new ReporterLinkResult.Unavailable());
    }

    private static String clientAddress() {
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getRemoteAddr()
                : "";
    }

    private static @Nullable ReporterActionResult actionResult(
            HttpStatus status, ConvertibleClientHttpResponse response) throws IOException {
        return switch (status) {
            case OK, ACCEPTED, NO_CONTENT -> ReporterActionResult.of(ReporterActionOutcome.ACCEPTED);
            case FORBIDDEN -> ReporterActionResult.of(ReporterActionOutcome.WRONG_KEY);
            case BAD_REQUEST ->
                ReporterActionResult.malformed(RemoteValidationProblem.fieldsOf(response).stream()
                        .map(IntakeClient::fieldOfForm)
                        .collect(Collectors.toUnmodifiableSet()));
            case TOO_MANY_REQUESTS -> ReporterActionResult.tooMany(RemoteRateLimit.of(response));
            case CONFLICT, NOT_FOUND, UNPROCESSABLE_CONTENT -> ReporterActionResult.of(ReporterActionOutcome.REFUSED);
            default -> null;
        };
    }

    /** The form has one text, which intake-service names after the action. */
    private static String fieldOfForm(String field) {
        return field.equals("stars") ? field : "text";
    }

    private static @Nullable ReportFilingResult filingResult(HttpStatus status, ConvertibleClientHttpResponse response)
            throws IOException {
        return switch (status) {
            case OK, CREATED -> accepted(response.bodyTo(FilingReceipt.class));
            case BAD_REQUEST ->
                new ReportFilingResult.InvalidReportFields(RemoteValidationProblem.fieldsOf(response).stream()
                        .map(field -> field.startsWith("attachments[") ? "attachments" : field)
                        .collect(Collectors.toUnmodifiableSet()));
            case UNPROCESSABLE_CONTENT -> new ReportFilingResult.AlreadyFiled();
            case TOO_MANY_REQUESTS ->
                new ReportFilingResult.TooManyRequests(
                        RemoteRateLimit.of(response).retryAfter());
            default -> null;
        };
    }

    private static @Nullable ReportFilingResult accepted(@Nullable FilingReceipt receipt) {
        return receipt == null
                ? null
                : new ReportFilingResult.Accepted(receipt.trackingNumber(), receipt.reporterKey());
    }

    private record LinkKey(String reporterKey) {}

    private record FilingReceipt(String trackingNumber, String reporterKey) {}
}
