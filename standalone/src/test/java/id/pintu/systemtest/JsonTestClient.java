package id.pintu.systemtest;

import id.pintu.events.WireJsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** HTTP test client for JSON APIs, as an outside program would call them. */
public final class JsonTestClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Response of a service. */
    public record JsonTestResponse(int status, HttpHeaders headers, String text) {

        /** The body as JSON; missing when its content type is not JSON. */
        public JsonNode body() {
            boolean json = headers.firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return json ? WireJsonMapper.MAPPER.readTree(text) : MissingNode.getInstance();
        }

        public String etag() {
            return headers.firstValue("ETag").orElse("");
        }
    }

    Optional<JsonTestResponse> post(String address, Map<String, ?> body, String... headers) {
        return send("POST", address, WireJsonMapper.MAPPER.writeValueAsString(body), headers);
    }

    Optional<JsonTestResponse> get(String address, String... headers) {
        return send("GET", address, "", headers);
    }

    /**
     * Sends a request and returns the response; empty when the server cannot be reached.
     *
     * @param body JSON, unless the headers have a content type; may be empty
     * @param headers names and values, in turn; may be none
     */
    public Optional<JsonTestResponse> send(String method, String address, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Optional.of(new JsonTestResponse(response.statusCode(), response.headers(), response.body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
