package id.pintu.portal.desk;

import id.pintu.portal.PortalProperties;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** HTTP client for the two queues of the national desk in routing-service. It authenticates with the officer's token. */
@Component
public class DeskQueueClient {

    /** Waiting complaints are counted up to this many behind the first. */
    private static final int COUNT_LIMIT = 100;

    private final RemoteServiceClient routing;

    DeskQueueClient(PortalProperties properties, ObservationRegistry observations) {
        this.routing = new RemoteServiceClient("routing", properties.routing(), observations);
    }

    /** Fetches the first complaint from this position on, and the number of complaints that wait from there on. */
    public DeskQueueResult fetchQueueHead(OfficerToken token, DeskQueueKind queue, DeskQueuePosition position) {
        return switch (fetchPage(token, queue, position, 1)) {
            case FetchedPage(QueuePage page)
            when page.complaints().isEmpty() ->
                new DeskQueueResult.QueueHead(Optional.empty(), position.after(), 0, false);
            case FetchedPage(QueuePage page) ->
                withWaitingCount(
                        token,
                        queue,
                        page.complaints().getFirst(),
                        new DeskQueuePosition(String.valueOf(page.next()), position.excludedIncident()));
            case FailedPage(DeskQueueResult failure) -> failure;
        };
    }

    private DeskQueueResult withWaitingCount(
            OfficerToken token, DeskQueueKind queue, DeskQueueEntry first, DeskQueuePosition behindFirst) {
        return switch (fetchPage(token, queue, behindFirst, COUNT_LIMIT)) {
            case FetchedPage(QueuePage rest) ->
                new DeskQueueResult.QueueHead(
                        Optional.of(first),
                        behindFirst.after(),
                        1 + rest.complaints().size(),
                        rest.next() != null);
            case FailedPage(DeskQueueResult failure) -> failure;
        };
    }

    private QueuePageResult fetchPage(OfficerToken token, DeskQueueKind queue, DeskQueuePosition position, int limit) {
        return routing.exchange(
                http -> http.get()
                        .uri(
                                "/v1/desk/complaints?queue={queue}&after={after}&without={without}&limit={limit}",
                                queue.wireName(),
                                position.after(),
                                position.excludedIncident(),
                                limit)
                        .headers(headers -> headers.setBearerAuth(token.value())),
                DeskQueueClient::pageResult,
                new FailedPage(new DeskQueueResult.Unreachable()));
    }

    private static @Nullable QueuePageResult pageResult(HttpStatus status, ConvertibleClientHttpResponse response)
            throws IOException {
        return switch (status) {
            case OK -> {
                QueuePage page = response.bodyTo(QueuePage.class);
                yield page == null ? null : new FetchedPage(page);
            }
            case UNAUTHORIZED -> new FailedPage(new DeskQueueResult.SignInEnded());
            case FORBIDDEN -> new FailedPage(new DeskQueueResult.NotPermitted());
            default -> null;
        };
    }

    private sealed interface QueuePageResult {}

    private record FetchedPage(QueuePage page) implements QueuePageResult {}

    private record FailedPage(DeskQueueResult failure) implements QueuePageResult {}

    /** @param next cursor of the last complaint of this page; null when it is the last page */
    record QueuePage(
            List<DeskQueueEntry> complaints, @Nullable String next) {
        QueuePage {
            complaints = List.copyOf(complaints);
        }
    }
}
