package id.pintu.support.attachments;

import id.pintu.support.http.ProblemException;
import id.pintu.support.remote.RemoteServiceClient;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** Relay of an attachment from another service to a client: streamed, with the headers that keep a browser from running it. */
public final class AttachmentRelay {

    private static final int RETRY_AFTER_SECONDS = 10;

    private static final List<String> HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CACHE_CONTROL,
            "Content-Security-Policy",
            "X-Content-Type-Options");

    private final RemoteServiceClient service;

    public AttachmentRelay(RemoteServiceClient service) {
        this.service = service;
    }

    private enum RelayResult {
        SENT,
        UNKNOWN,
        REFUSED,
        UNAVAILABLE
    }

    /**
     * Sends the request and writes its response.
     *
     * @throws ProblemException 404 when there is no such attachment, 403 when the other service refuses, 503 when it does not
     *     answer
     */
    public void copy(Function<RestClient, RequestHeadersSpec<?>> request, HttpServletResponse client) {
        RelayResult result = service.exchange(
                request, (status, response) -> copy(status, response, client), RelayResult.UNAVAILABLE);
        switch (result) {
            case SENT -> {}
            case UNKNOWN -> throw unknown();
            case REFUSED ->
                throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden", "This attachment may not be seen.");
            case UNAVAILABLE -> {
                if (client.isCommitted()) {
                    // The client sees that less came than was announced.
                    throw new UncheckedIOException(new IOException("the attachment ended early"));
                }
                client.reset();
                throw ProblemException.tryLater("Attachments cannot be read at this moment.", RETRY_AFTER_SECONDS);
            }
        }
    }

    /** 404: no such attachment. */
    public static ProblemException unknown() {
        return ProblemException.of(
                HttpStatus.NOT_FOUND, "no-such-attachment", "The report has no attachment of this number.");
    }

    private static @Nullable RelayResult copy(
            HttpStatus status, ConvertibleClientHttpResponse response, HttpServletResponse client) throws IOException {
        return switch (status) {
            case OK -> {
                HEADERS.forEach(name -> {
                    String value = response.getHeaders().getFirst(name);
                    if (value != null) {
                        client.setHeader(name, value);
                    }
                });
                response.getBody().transferTo(client.getOutputStream());
                yield RelayResult.SENT;
            }
            case NOT_FOUND, BAD_REQUEST -> RelayResult.UNKNOWN;
            case UNAUTHORIZED, FORBIDDEN -> RelayResult.REFUSED;
            default -> null;
        };
    }
}
