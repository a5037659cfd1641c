package id.pintu.support.remote;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/**
 * HTTP client for one other service. It sends each request once: a retry is left to the person at the browser, whose
 * form carries the same idempotency key again.
 */
public final class RemoteServiceClient {

    private static final Logger log = LoggerFactory.getLogger(RemoteServiceClient.class);

    private final String service;
    private final RestClient http;

    /**
     * @param service name for log lines
     * @param observations by which a request carries on the trace of the one that is being handled
     */
    public RemoteServiceClient(String service, RemoteServiceProperties properties, ObservationRegistry observations) {
        this.service = service;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.answerTimeout());
        this.http = RestClient.builder()
                .baseUrl(properties.url())
                .requestFactory(requests)
                .observationRegistry(observations)
                .build();
    }

    /** Maps a response to a result. */
    @FunctionalInterface
    public interface ResponseMapper<T> {

        /** Null for a status the caller does not expect, and for a body that is missing. */
        @Nullable
        T map(HttpStatus status, ConvertibleClientHttpResponse response) throws IOException;
    }

    /**
     * Sends the request and maps its response.
     *
     * @param onFailure the result when there is no connection, no response in time, or a response that cannot be mapped
     */
    public <T> T exchange(Function<RestClient, RequestHeadersSpec<?>> request, ResponseMapper<T> mapper, T onFailure) {
        try {
            return request.apply(http)
                    .exchangeForRequiredValue((sent, response) -> mapOrElse(mapper, response, onFailure));
        } catch (RestClientException e) {
            // Its message may quote the address or the body.
            log.warn("{}-service cannot be reached: {}", service, e.getClass().getName());
            return onFailure;
        }
    }

    private <T> T mapOrElse(ResponseMapper<T> mapper, ConvertibleClientHttpResponse response, T onFailure)
            throws IOException {
        HttpStatusCode code = response.getStatusCode();
        HttpStatus status = HttpStatus.resolve(code.value());
        T result = status == null ? null : mapper.map(status, response);
        if (result == null) {
            log.warn("{}-service answered {}, which is not expected", service, code.value());
            return onFailure;
        }
        return result;
    }
}
