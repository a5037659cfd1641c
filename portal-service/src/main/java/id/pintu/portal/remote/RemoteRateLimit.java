package id.pintu.portal.remote;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/**
 * Limit that a request exceeded, read from a 429 response of another service, or of a proxy before it.
 *
 * @param code of the problem, such as {@code too-many-replies}; empty when the response tells none
 * @param retryAfter when the request may be repeated; empty when the response does not tell it in seconds
 */
public record RemoteRateLimit(String code, Optional<Duration> retryAfter) {

    private static final String TYPE_PREFIX = "urn:pintu:problem:";

    private record ProblemType(@Nullable String type) {}

    public static RemoteRateLimit of(ConvertibleClientHttpResponse response) {
        return new RemoteRateLimit(
                type(response)
                        .filter(type -> type.startsWith(TYPE_PREFIX))
                        .map(type -> type.substring(TYPE_PREFIX.length()))
                        .orElse(""),
                Optional.ofNullable(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .filter(value -> value.matches("\\d{1,9}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
    }

    private static Optional<String> type(ConvertibleClientHttpResponse response) {
        try {
            return Optional.ofNullable(response.bodyTo(ProblemType.class)).map(ProblemType::type);
        } catch (RestClientException e) {
            return Optional.empty(); // the page of a proxy, for example
        }
    }
}
