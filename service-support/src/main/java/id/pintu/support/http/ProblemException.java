package id.pintu.support.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Exception that becomes an RFC 9457 problem response, with the fields it is about. */
public final class ProblemException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * Invalid field.
     *
     * @param field name as the client wrote it, nested ones as {@code contact.email}
     * @param message what is wrong with it, without its value
     */
    public record ProblemFieldError(String field, String message) {}

    private ProblemException(HttpStatus status, String code, String detail, List<ProblemFieldError> fields) {
        super(status, body(status, code, detail, fields), null);
    }

    /**
     * Problem of any status.
     *
     * @param code kebab-case and stable; becomes the type {@code urn:pintu:problem:<code>}
     * @param detail for people; no personal data
     */
    public static ProblemException of(HttpStatus status, String code, String detail) {
        return new ProblemException(status, code, detail, List.of());
    }

    /** 400 for one invalid field. */
    public static ProblemException ofField(String field, String message) {
        return ofFields(List.of(new ProblemFieldError(field, message)));
    }

    /** 400 for all invalid fields of a request. */
    public static ProblemException ofFields(List<ProblemFieldError> fields) {
        String detail = fields.stream()
                .map(each -> "Field '" + each.field() + "': " + each.message())
                .collect(Collectors.joining("; "));
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-field", detail, fields);
    }

    /** 503 with {@code Retry-After}: the service cannot accept the request now. */
    public static ProblemException tryLater(String detail, int seconds) {
        ProblemException problem = new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "try-later", detail, List.of());
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return problem;
    }

    /** 429 with {@code Retry-After}: the sender has to wait. */
    public static ProblemException tooManyRequests(String code, String detail, long seconds) {
        ProblemException problem = new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code, detail, List.of());
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return problem;
    }

    static ProblemDetail body(HttpStatus status, String code, @Nullable String detail, List<ProblemFieldError> fields) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:pintu:problem:" + code));
        if (!fields.isEmpty()) {
            body.setProperties(Map.of("errors", fields));
        }
        return body;
    }
}
