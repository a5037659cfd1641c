package id.pintu.systemtest;

import id.pintu.events.WireJsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Calls HTTP as anybody outside would. */
final class JsonTestClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer; the body is missing when it is no JSON. */
    record JsonTestResponse(int status, JsonNode body) {}

    /** Empty when nobody answered. */
    Optional<JsonTestResponse> post(String address, Map<String, ?> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJsonMapper.MAPPER.writeValueAsBytes(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Optional<JsonTestResponse> get(String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private Optional<JsonTestResponse> send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json = response.headers()
                    .firstValue("content-type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return Optional.of(new JsonTestResponse(
                    response.statusCode(),
                    json ? WireJsonMapper.MAPPER.readTree(response.body()) : MissingNode.getInstance()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
