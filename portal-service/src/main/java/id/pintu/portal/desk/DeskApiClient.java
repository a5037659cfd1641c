package id.pintu.portal.desk;

import id.pintu.portal.PortalProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** Looks and acts at routing-service with the desk's key, once each: the officer, not this class, tries again. */
@Component
public class DeskApiClient {

    private static final Logger log = LoggerFactory.getLogger(DeskApiClient.class);

    /** So many behind the first are counted; nobody needs to know it closer. */
    private static final int COUNT_LIMIT = 100;

    private final RestClient routing;

    DeskApiClient(PortalProperties properties) {
        this.routing = properties.routing().restClient();
    }

    /**
     * Whose turn it is, and how many wait.
     *
     * @param after the {@link DeskQueueResult.QueueHead#cursor} to begin behind; empty for the oldest
     * @param excludedIncident the first of an incident that was just dealt with, whose complaints may be listed a moment longer;
     *     may be empty
     */
    public DeskQueueResult fetchQueueHead(
            DeskAccessKey key, DeskQueueKind queue, String after, String excludedIncident) {
        return switch (fetchPage(key, queue, after, excludedIncident, 1)) {
            case FetchedPage(QueuePage front) ->
                front.complaints().isEmpty()
                        ? new DeskQueueResult.QueueHead(Optional.empty(), after, 0, false)
                        : withWaitingCount(
                                key,
                                queue,
                                front.complaints().getFirst(),
                                String.valueOf(front.next()),
                                excludedIncident);
            case FailedPage(DeskQueueResult failure) -> failure;
        };
    }

    private DeskQueueResult withWaitingCount(
            DeskAccessKey key, DeskQueueKind queue, DeskQueueEntry first, String cursor, String excludedIncident) {
        return switch (fetchPage(key, queue, cursor, excludedIncident, COUNT_LIMIT)) {
            case FetchedPage(QueuePage rest) ->
                new DeskQueueResult.QueueHead(
                        Optional.of(first), cursor, 1 + rest.complaints().size(), rest.next() != null);
            case FailedPage(DeskQueueResult failure) -> failure;
        };
    }

    /**
     * @param submission the same for one rendering of the page, however often one of its buttons is pressed
     */
    public DeskActionResult submit(
            DeskAccessKey key, DeskActionTarget target, DeskActionRequest action, String submission) {
        try {
            return routing.post()
                    .uri("/v1/desk/" + target.path() + "/{act}", target.id(), action.path())
                    .headers(headers -> headers.setBearerAuth(key.value()))
                    .header("Idempotency-Key", idempotencyKey(submission, target, action))
                    .body(action)
                    .exchangeForRequiredValue((request, response) -> actionResult(target, response));
        } catch (RestClientException e) {
            log.warn("routing cannot be reached: {}", e.getClass().getName());
            return new DeskActionResult.Unavailable();
        }
    }

    /**
     * A second press of one button is the same request. Another button of the same page is another, and so is the same
     * button for more complaints: were they the same, routing would answer with what became of the first.
     */
    private static String idempotencyKey(String submission, DeskActionTarget target, DeskActionRequest action) {
        return UUID.nameUUIDFromBytes((submission + " " + target + " " + action).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private QueuePageResult fetchPage(
            DeskAccessKey key, DeskQueueKind queue, String after, String excludedIncident, int limit) {
        try {
            return routing.get()
                    .uri(
                            "/v1/desk/complaints?queue={queue}&after={after}&without={without}&limit={limit}",
                            queue.wireName(),
                            after,
                            excludedIncident,
                            limit)
                    .headers(headers -> headers.setBearerAuth(key.value()))
                    .exchangeForRequiredValue((request, response) -> pageResult(response));
        } catch (RestClientException e) {
            log.warn("routing cannot be reached: {}", e.getClass().getName());
            return new FailedPage(new DeskQueueResult.Unreachable());
        }
    }

    private static QueuePageResult pageResult(ConvertibleClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value()) {
            return new FailedPage(new DeskQueueResult.KeyRejected());
        }
        QueuePage page = status == HttpStatus.OK.value() ? response.bodyTo(QueuePage.class) : null;
        if (page == null) {
            log.warn("routing answered {}", status);
            return new FailedPage(new DeskQueueResult.Unreachable());
        }
        return new FetchedPage(page);
    }

    private static DeskActionResult actionResult(DeskActionTarget target, ConvertibleClientHttpResponse response)
            throws IOException {
        HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
        return switch (status) {
            case OK, ACCEPTED, NO_CONTENT -> accepted(target, response);
            case UNAUTHORIZED, FORBIDDEN -> new DeskActionResult.Unauthorized();
            case CONFLICT, NOT_FOUND -> new DeskActionResult.NoLongerWaiting();
            case BAD_REQUEST -> invalidFields(response.bodyTo(DeskValidationProblem.class));
            default -> {
                log.warn("routing answered {}", status.value());
                yield new DeskActionResult.Unavailable();
            }
        };
    }

    private static DeskActionResult accepted(DeskActionTarget target, ConvertibleClientHttpResponse response)
            throws IOException {
        return switch (target) {
            case DeskActionTarget.ComplaintTarget one -> new DeskActionResult.Accepted(1);
            case DeskActionTarget.IncidentTarget incident -> {
                IncidentActionReceipt receipt = response.bodyTo(IncidentActionReceipt.class);
                yield new DeskActionResult.Accepted(receipt == null ? 0 : receipt.complaints());
            }
        };
    }

    private static DeskActionResult invalidFields(@Nullable DeskValidationProblem problem) {
        Set<String> fields = problem == null || problem.errors() == null
                ? Set.of()
                : problem.errors().stream()
                        .map(DeskValidationProblem.DeskFieldError::field)
                        .collect(Collectors.toSet());
        // What is not in the tray any more has no choices left to number.
        return fields.contains("choice")
                ? new DeskActionResult.NoLongerWaiting()
                : new DeskActionResult.InvalidActionFields(fields);
    }

    private sealed interface QueuePageResult {}

    private record FetchedPage(QueuePage page) implements QueuePageResult {}

    private record FailedPage(DeskQueueResult failure) implements QueuePageResult {}

    record QueuePage(
            List<DeskQueueEntry> complaints, @Nullable String next) {
        QueuePage {
            complaints = List.copyOf(complaints);
        }
    }

    private record IncidentActionReceipt(int complaints) {}

    private record DeskValidationProblem(@Nullable List<DeskFieldError> errors) {
        private record DeskFieldError(String field) {}
    }
}
