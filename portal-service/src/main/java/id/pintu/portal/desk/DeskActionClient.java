package id.pintu.portal.desk;

import id.pintu.portal.PortalProperties;
import id.pintu.portal.remote.RemoteValidationProblem;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** HTTP client for the actions of the national desk in routing-service. It authenticates with the officer's token. */
@Component
public class DeskActionClient {

    private final RemoteServiceClient routing;

    DeskActionClient(PortalProperties properties, ObservationRegistry observations) {
        this.routing = new RemoteServiceClient("routing", properties.routing(), observations);
    }

    /**
     * @param submission the same for one rendering of the page, however often one of its buttons is pressed
     */
    public DeskActionResult submit(
            OfficerToken token, DeskActionTarget target, DeskActionRequest action, String submission) {
        return routing.exchange(
                http -> http.post()
                        .uri("/v1/desk/" + target.path() + "/{act}", target.id(), action.path())
                        .headers(headers -> headers.setBearerAuth(token.value()))
                        .header("Idempotency-Key", idempotencyKey(submission, target, action))
                        .body(action),
                (status, response) -> actionResult(target, status, response),
                new DeskActionResult.Unavailable());
    }

    /**
     * A second press of one button is the same request. Another button of the same page is another request, and so is
     * the same button for more complaints: with one key for both, routing-service would answer with the result of the
     * first.
     */
    private static String idempotencyKey(String submission, DeskActionTarget target, DeskActionRequest action) {
        return UUID.nameUUIDFromBytes((submission + " " + target + " " + action).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static @Nullable DeskActionResult actionResult(
            DeskActionTarget target, HttpStatus status, ConvertibleClientHttpResponse response) throws IOException {
        return switch (status) {
            case OK, ACCEPTED, NO_CONTENT -> accepted(target, response);
            case UNAUTHORIZED -> new DeskActionResult.SignInEnded();
            case FORBIDDEN -> new DeskActionResult.NotPermitted();
            case CONFLICT, NOT_FOUND -> new DeskActionResult.NoLongerWaiting();
            case BAD_REQUEST -> invalidFields(RemoteValidationProblem.fieldsOf(response));
            default -> null;
        };
    }

    private static DeskActionResult accepted(DeskActionTarget target, ConvertibleClientHttpResponse response)
            throws IOException {
        return switch (target) {
            case DeskActionTarget.ComplaintTarget complaint -> new DeskActionResult.Accepted(1);
            case DeskActionTarget.IncidentTarget incident -> {
                IncidentActionReceipt receipt = response.bodyTo(IncidentActionReceipt.class);
                yield new DeskActionResult.Accepted(receipt == null ? 0 : receipt.complaints());
            }
        };
    }

    private static DeskActionResult invalidFields(Set<String> fields) {
        // A complaint that has left the queue has no numbered candidates any more.
        return fields.contains("choice")
                ? new DeskActionResult.NoLongerWaiting()
                : new DeskActionResult.InvalidActionFields(fields);
    }

    private record IncidentActionReceipt(int complaints) {}
}
