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
public class RoutingClient {

    private static final Logger log = LoggerFactory.getLogger(RoutingClient.class);

    /** So many behind the first are counted; nobody needs to know it closer. */
    private static final int COUNTED = 100;

    private final RestClient routing;

    RoutingClient(PortalProperties properties) {
        this.routing = properties.routing().client();
    }

    /**
     * Whose turn it is, and how many wait.
     *
     * @param after the {@link Tray.Open#turn} to begin behind; empty for the oldest
     * @param without the first of an incident that was just dealt with, whose complaints may be listed a moment longer;
     *     may be empty
     */
    public Tray look(DeskKey key, Queue queue, String after, String without) {
        return switch (page(key, queue, after, without, 1)) {
            case Listed(Page front) ->
                front.complaints().isEmpty()
                        ? new Tray.Open(Optional.empty(), after, 0, false)
                        : counted(key, queue, front.complaints().getFirst(), String.valueOf(front.next()), without);
            case Unlisted(Tray why) -> why;
        };
    }

    private Tray counted(DeskKey key, Queue queue, Waiting first, String turn, String without) {
        return switch (page(key, queue, turn, without, COUNTED)) {
            case Listed(Page rest) ->
                new Tray.Open(Optional.of(first), turn, 1 + rest.complaints().size(), rest.next() != null);
            case Unlisted(Tray why) -> why;
        };
    }

    /**
     * @param submission the same for one rendering of the page, however often one of its buttons is pressed
     */
    public Outcome act(DeskKey key, Matter matter, DeskAct act, String submission) {
        try {
            return routing.post()
                    .uri("/v1/desk/" + matter.path() + "/{act}", matter.id(), act.path())
                    .headers(headers -> headers.setBearerAuth(key.value()))
                    .header("Idempotency-Key", identity(submission, matter, act))
                    .body(act)
                    .exchangeForRequiredValue((request, response) -> outcome(matter, response));
        } catch (RestClientException e) {
            log.warn("routing cannot be reached: {}", e.getClass().getName());
            return new Outcome.Unavailable();
        }
    }

    /**
     * A second press of one button is the same request. Another button of the same page is another, and so is the same
     * button for more complaints: were they the same, routing would answer with what became of the first.
     */
    private static String identity(String submission, Matter matter, DeskAct act) {
        return UUID.nameUUIDFromBytes((submission + " " + matter + " " + act).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Listing page(DeskKey key, Queue queue, String after, String without, int limit) {
        try {
            return routing.get()
                    .uri(
                            "/v1/desk/complaints?queue={queue}&after={after}&without={without}&limit={limit}",
                            queue.wireName(),
                            after,
                            without,
                            limit)
                    .headers(headers -> headers.setBearerAuth(key.value()))
                    .exchangeForRequiredValue((request, response) -> listing(response));
        } catch (RestClientException e) {
            log.warn("routing cannot be reached: {}", e.getClass().getName());
            return new Unlisted(new Tray.Unreachable());
        }
    }

    private static Listing listing(ConvertibleClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value()) {
            return new Unlisted(new Tray.Locked());
        }
        Page page = status == HttpStatus.OK.value() ? response.bodyTo(Page.class) : null;
        if (page == null) {
            log.warn("routing answered {}", status);
            return new Unlisted(new Tray.Unreachable());
        }
        return new Listed(page);
    }

    private static Outcome outcome(Matter matter, ConvertibleClientHttpResponse response) throws IOException {
        HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
        return switch (status) {
            case OK, ACCEPTED, NO_CONTENT -> taken(matter, response);
            case UNAUTHORIZED, FORBIDDEN -> new Outcome.Locked();
            case CONFLICT, NOT_FOUND -> new Outcome.Gone();
            case BAD_REQUEST -> malformed(response.bodyTo(Refusal.class));
            default -> {
                log.warn("routing answered {}", status.value());
                yield new Outcome.Unavailable();
            }
        };
    }

    private static Outcome taken(Matter matter, ConvertibleClientHttpResponse response) throws IOException {
        return switch (matter) {
            case Matter.One one -> new Outcome.Taken(1);
            case Matter.Incident incident -> {
                Asked asked = response.bodyTo(Asked.class);
                yield new Outcome.Taken(asked == null ? 0 : asked.complaints());
            }
        };
    }

    private static Outcome malformed(@Nullable Refusal refusal) {
        Set<String> fields = refusal == null || refusal.errors() == null
                ? Set.of()
                : refusal.errors().stream().map(Refusal.FieldError::field).collect(Collectors.toSet());
        // What is not in the tray any more has no choices left to number.
        return fields.contains("choice") ? new Outcome.Gone() : new Outcome.Malformed(fields);
    }

    private sealed interface Listing {}

    private record Listed(Page page) implements Listing {}

    private record Unlisted(Tray why) implements Listing {}

    record Page(List<Waiting> complaints, @Nullable String next) {
        Page {
            complaints = List.copyOf(complaints);
        }
    }

    private record Asked(int complaints) {}

    private record Refusal(@Nullable List<FieldError> errors) {
        private record FieldError(String field) {}
    }
}
