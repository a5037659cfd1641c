package id.pintu.support.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writer of problem responses (RFC 9457) where no controller is involved: filters, security, Tomcat itself. */
public final class ProblemResponseWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemResponseWriter() {}

    /**
     * Writes a problem, unless the response is committed already.
     *
     * @param code kebab-case and stable; becomes the type {@code urn:pintu:problem:<code>}
     * @param detail for people; quotes nothing of the request
     */
    public static void write(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = JSON.writeValueAsBytes(problem(status.value(), status.getReasonPhrase(), code, detail));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The problem of a status that no handler has explained. */
    static Map<String, @Nullable Object> ofStatus(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return problem(status, known == null ? "Error" : known.getReasonPhrase(), codeOf(status), detailOf(status));
    }

    private static Map<String, @Nullable Object> problem(int status, String title, String code, String detail) {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:pintu:problem:" + code);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return problem;
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 400 -> "malformed-request";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "body-too-large";
            case 431 -> "headers-too-large";
            default -> status >= 500 ? "internal" : "refused";
        };
    }

    private static String detailOf(int status) {
        return switch (status) {
            case 400 -> "The request line or a header is malformed or too long.";
            case 401 -> "This needs a key: 'Authorization: Bearer <key>'.";
            case 403 -> "The key does not allow this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This method is not allowed at this address.";
            case 413 -> "The body is too large.";
            case 431 -> "The headers are too long.";
            default -> status >= 500 ? "Something went wrong here, not in your request." : "The request was refused.";
        };
    }
}
