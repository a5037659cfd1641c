package id.pintu.standalone;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Immutable HTTP error response: the problem details (RFC 9457) in its body, or its status alone when the body is none.
 */
public record ProblemResponse(int status, JsonNode problem) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Parses a response body; a body that is not JSON gives a problem without details. */
    public static ProblemResponse parse(int status, String body) {
        try {
            return new ProblemResponse(status, JSON.readTree(body));
        } catch (JacksonException e) {
            return new ProblemResponse(status, JSON.createObjectNode());
        }
    }

    /** Explanation for people. */
    public String detail() {
        return problem.path("detail").asString("HTTP " + status);
    }

    /** One error per invalid field, each with {@code field} and {@code message}; may be empty. */
    public List<JsonNode> fieldErrors() {
        return problem.path("errors").valueStream().toList();
    }
}
