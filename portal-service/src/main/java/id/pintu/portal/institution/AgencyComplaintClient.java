package id.pintu.portal.institution;

import id.pintu.portal.PortalProperties;
import id.pintu.portal.desk.OfficerToken;
import id.pintu.portal.remote.RemoteValidationProblem;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** HTTP client for an institution's complaints in routing-service. It authenticates with the officer's token. */
@Component
public class AgencyComplaintClient {

    /** Seconds in which an act can be undone. */
    public static final int UNDO_WINDOW = 10;

    private static final String PROBLEM = "urn:pintu:problem:";
    private static final String COMPLAINT = "/v1/agencies/{code}/complaints/{id}";

    private final RemoteServiceClient routing;

    AgencyComplaintClient(PortalProperties properties, ObservationRegistry observations) {
        this.routing = new RemoteServiceClient("routing", properties.routing(), observations);
    }

    public AgencyComplaintResult show(OfficerToken token, String institution, String complaint) {
        return routing.exchange(
                http -> http.get()
                        .uri(COMPLAINT, institution, complaint)
                        .headers(headers -> headers.setBearerAuth(token.value())),
                (status, response) -> switch (status) {
                    case OK ->
                        Optional.ofNullable(response.bodyTo(AgencyComplaint.class))
                                .<AgencyComplaintResult>map(AgencyComplaintResult.Shown::new)
                                .orElse(null);
                    case NOT_FOUND -> new AgencyComplaintResult.NotHere();
                    case UNAUTHORIZED -> new AgencyComplaintResult.SignInEnded();
                    case FORBIDDEN -> new AgencyComplaintResult.NotPermitted();
                    default -> null;
                },
                new AgencyComplaintResult.Unreachable());
    }

    /**
     * One act of an officer.
     *
     * @param body its JSON
     * @param version of the complaint that the officer saw; empty when it is not to be checked
     * @param submission the same for one rendering of the page, however often its button is pressed
     */
    public record AgencyActRequest(
            String institution,
            String complaint,
            OfficerAct act,
            Map<String, Object> body,
            Optional<Long> version,
            String submission) {

        /** Another act of the same page, and the same one with another text, are other requests. */
        private String idempotencyKey() {
            return UUID.nameUUIDFromBytes((submission + " " + act + " " + body).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    public AgencyActResult submit(OfficerToken token, AgencyActRequest request) {
        return routing.exchange(
                http -> http.post()
                        .uri(
                                COMPLAINT + "/{act}",
                                request.institution(),
                                request.complaint(),
                                request.act().path())
                        .headers(headers -> {
                            headers.setBearerAuth(token.value());
                            headers.set("Idempotency-Key", request.idempotencyKey());
                            request.version().ifPresent(version -> headers.setIfMatch("\"" + version + "\""));
                            if (request.act().isUndoable()) {
                                headers.set("Prefer", "undo-window=" + UNDO_WINDOW);
                            }
                        })
                        .body(request.body()),
                AgencyComplaintClient::actResult,
                new AgencyActResult.Unavailable());
    }

    private static @Nullable AgencyActResult actResult(HttpStatus status, ConvertibleClientHttpResponse response)
            throws IOException {
        return switch (status) {
            case OK, NO_CONTENT -> new AgencyActResult.Done();
            case ACCEPTED -> accepted(response);
            case UNAUTHORIZED -> new AgencyActResult.SignInEnded();
            case FORBIDDEN -> new AgencyActResult.NotPermitted();
            case NOT_FOUND -> new AgencyActResult.NotHere();
            case PRECONDITION_FAILED -> new AgencyActResult.ChangedMeanwhile();
            case BAD_REQUEST -> new AgencyActResult.InvalidFields(RemoteValidationProblem.fieldsOf(response));
            case CONFLICT -> refused(response.bodyTo(ActProblem.class));
            default -> null;
        };
    }

    private static AgencyActResult accepted(ConvertibleClientHttpResponse response) {
        if (response.getHeaders().getFirst(HttpHeaders.LOCATION) == null) {
            return new AgencyActResult.Done(); // queued
        }
        PendingReceipt receipt = response.bodyTo(PendingReceipt.class);
        return receipt == null
                ? new AgencyActResult.Done()
                : new AgencyActResult.WillBeDone(receipt.pending(), receipt.executesAt());
    }

    private static AgencyActResult refused(@Nullable ActProblem problem) {
        String type = problem == null ? "" : Optional.ofNullable(problem.type()).orElse("");
        return new AgencyActResult.Refused(
                type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "",
                Optional.ofNullable(problem).map(ActProblem::suggestedInstitution));
    }

    private record ActProblem(
            @Nullable String type, @Nullable String suggestedInstitution) {}

    private record PendingReceipt(String pending, Instant executesAt) {}

    /** Whether an act was undone; false when it was carried out before, or that is not known. */
    public boolean undo(OfficerToken token, String institution, String complaint, String command) {
        return routing.exchange(
                http -> http.delete()
                        .uri(COMPLAINT + "/pending/{command}", institution, complaint, command)
                        .headers(headers -> headers.setBearerAuth(token.value())),
                (status, response) -> switch (status) {
                    case NO_CONTENT -> true;
                    case CONFLICT, NOT_FOUND -> false;
                    default -> null;
                },
                false);
    }

    /**
     * Suggestion of a unit.
     *
     * @param reasons why, in sentences
     */
    public record SuggestedUnit(String unit, BilingualText reasons) {}

    /** Units that such a complaint is likely for, the likeliest first; empty when there is no answer. */
    public List<SuggestedUnit> suggestedUnits(OfficerToken token, String institution, String complaint) {
        return routing.exchange(
                http -> http.get()
                        .uri(COMPLAINT + "/unit-suggestions", institution, complaint)
                        .headers(headers -> headers.setBearerAuth(token.value())),
                (status, response) -> status == HttpStatus.OK
                        ? Optional.ofNullable(response.bodyTo(SuggestedUnits.class))
                                .map(SuggestedUnits::suggestions)
                                .orElse(null)
                        : List.of(),
                List.of());
    }

    private record SuggestedUnits(List<SuggestedUnit> suggestions) {}

    /** All units that an institution is known to have; empty when there is no answer. */
    public List<String> units(OfficerToken token, String institution) {
        return routing.exchange(
                http -> http.get()
                        .uri("/v1/agencies/{code}/units", institution)
                        .headers(headers -> headers.setBearerAuth(token.value())),
                (status, response) -> status == HttpStatus.OK
                        ? Optional.ofNullable(response.bodyTo(KnownUnits.class))
                                .map(KnownUnits::units)
                                .orElse(null)
                        : List.of(),
                List.of());
    }

    private record KnownUnits(List<String> units) {}
}
