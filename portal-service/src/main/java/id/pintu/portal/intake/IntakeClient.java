package id.pintu.portal.intake;

import id.pintu.events.ComplaintId;
import id.pintu.portal.PortalProperties;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** Hands in at intake-service what reporters say, once each: the reporter, not this class, tries again. */
@Component
public class IntakeClient {

    private static final Logger log = LoggerFactory.getLogger(IntakeClient.class);

    private final RestClient intake;

    IntakeClient(PortalProperties properties) {
        this.intake = properties.intake().restClient();
    }

    /**
     * @param submission the same for one rendering of the form, however often it is sent
     */
    public ReportFilingResult fileReport(WebReportForm form, String submission) {
        try {
            return intake.post()
                    .uri("/v1/complaints")
                    .header("Idempotency-Key", submission)
                    .body(form)
                    .exchangeForRequiredValue((request, response) -> filingResult(response));
        } catch (RestClientException e) {
            log.warn("intake cannot be reached: {}", e.getClass().getName());
            return new ReportFilingResult.Unavailable();
        }
    }

    /**
     * @param key the secret of the complaint's reporter
     * @param submission the same for one rendering of the form, however often it is sent
     */
    public ReporterActionResult submitAction(
            ComplaintId id, ReporterAction action, String key, String text, int stars, String submission) {
        try {
            return intake.post()
                    .uri("/v1/complaints/{id}/{act}", id.value(), action.wireName())
                    .header("Idempotency-Key", submission)
                    .header("Reporter-Key", key)
                    .body(action.body(text, stars))
                    .exchangeForRequiredValue((request, response) -> actionResult(
                            HttpStatus.valueOf(response.getStatusCode().value())));
        } catch (RestClientException e) {
            log.warn("intake cannot be reached: {}", e.getClass().getName());
            return ReporterActionResult.UNAVAILABLE;
        }
    }

    private static ReporterActionResult actionResult(HttpStatus status) {
        return switch (status) {
            case OK, ACCEPTED, NO_CONTENT -> ReporterActionResult.ACCEPTED;
            case FORBIDDEN -> ReporterActionResult.WRONG_KEY;
            case BAD_REQUEST -> ReporterActionResult.MALFORMED;
            case CONFLICT, NOT_FOUND, UNPROCESSABLE_CONTENT -> ReporterActionResult.REFUSED;
            default -> {
                log.warn("intake answered {}", status.value());
                yield ReporterActionResult.UNAVAILABLE;
            }
        };
    }

    private static ReportFilingResult filingResult(ConvertibleClientHttpResponse response) throws java.io.IOException {
        HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
        return switch (status) {
            case OK, CREATED -> accepted(response.bodyTo(FilingReceipt.class));
            case BAD_REQUEST ->
                new ReportFilingResult.InvalidReportFields(fields(response.bodyTo(IntakeValidationProblem.class)));
            case UNPROCESSABLE_CONTENT -> new ReportFilingResult.AlreadyFiled();
            default -> {
                log.warn("intake answered {}", status.value());
                yield new ReportFilingResult.Unavailable();
            }
        };
    }

    private static ReportFilingResult accepted(@Nullable FilingReceipt receipt) {
        return receipt == null
                ? new ReportFilingResult.Unavailable()
                : new ReportFilingResult.Accepted(receipt.trackingNumber(), receipt.reporterKey());
    }

    private static Set<String> fields(@Nullable IntakeValidationProblem problem) {
        return problem == null || problem.errors() == null
                ? Set.of()
                : problem.errors().stream()
                        .map(IntakeValidationProblem.IntakeFieldError::field)
                        .collect(Collectors.toSet());
    }

    private record FilingReceipt(String trackingNumber, String reporterKey) {}

    private record IntakeValidationProblem(@Nullable List<IntakeFieldError> errors) {
        private record IntakeFieldError(String field) {}
    }
}
