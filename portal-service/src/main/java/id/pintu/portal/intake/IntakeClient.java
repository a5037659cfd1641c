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
        this.intake = properties.intake().client();
    }

    /**
     * @param submission the same for one rendering of the form, however often it is sent
     */
    public Filing file(ReportForm form, String submission) {
        try {
            return intake.post()
                    .uri("/v1/complaints")
                    .header("Idempotency-Key", submission)
                    .body(form)
                    .exchangeForRequiredValue((request, response) -> filing(response));
        } catch (RestClientException e) {
            log.warn("intake cannot be reached: {}", e.getClass().getName());
            return new Filing.Unavailable();
        }
    }

    /**
     * @param key the secret of the complaint's reporter
     * @param submission the same for one rendering of the form, however often it is sent
     */
    public Turn take(ComplaintId id, ReporterAct act, String key, String text, int stars, String submission) {
        try {
            return intake.post()
                    .uri("/v1/complaints/{id}/{act}", id.value(), act.wireName())
                    .header("Idempotency-Key", submission)
                    .header("Reporter-Key", key)
                    .body(act.body(text, stars))
                    .exchangeForRequiredValue((request, response) ->
                            turn(HttpStatus.valueOf(response.getStatusCode().value())));
        } catch (RestClientException e) {
            log.warn("intake cannot be reached: {}", e.getClass().getName());
            return Turn.UNAVAILABLE;
        }
    }

    private static Turn turn(HttpStatus status) {
        return switch (status) {
            case OK, ACCEPTED, NO_CONTENT -> Turn.TAKEN;
            case FORBIDDEN -> Turn.WRONG_KEY;
            case BAD_REQUEST -> Turn.MALFORMED;
            case CONFLICT, NOT_FOUND, UNPROCESSABLE_CONTENT -> Turn.REFUSED;
            default -> {
                log.warn("intake answered {}", status.value());
                yield Turn.UNAVAILABLE;
            }
        };
    }

    private static Filing filing(ConvertibleClientHttpResponse response) throws java.io.IOException {
        HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
        return switch (status) {
            case OK, CREATED -> accepted(response.bodyTo(Receipt.class));
            case BAD_REQUEST -> new Filing.Refused(fields(response.bodyTo(Refusal.class)));
            case UNPROCESSABLE_CONTENT -> new Filing.AlreadyFiled();
            default -> {
                log.warn("intake answered {}", status.value());
                yield new Filing.Unavailable();
            }
        };
    }

    private static Filing accepted(@Nullable Receipt receipt) {
        return receipt == null
                ? new Filing.Unavailable()
                : new Filing.Accepted(receipt.trackingNumber(), receipt.reporterKey());
    }

    private static Set<String> fields(@Nullable Refusal refusal) {
        return refusal == null || refusal.errors() == null
                ? Set.of()
                : refusal.errors().stream().map(Refusal.FieldError::field).collect(Collectors.toSet());
    }

    private record Receipt(String trackingNumber, String reporterKey) {}

    private record Refusal(@Nullable List<FieldError> errors) {
        private record FieldError(String field) {}
    }
}
