package id.pintu.standalone.importing;

import id.pintu.standalone.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Intake's door, as the import knocks at it: the same row again and again until intake has answered. */
final class IntakeDoor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI complaints;
    private final Duration patience;

    /**
     * @param url of intake-service
     * @param patience how long an outage may last before the import gives up
     */
    IntakeDoor(String url, Duration patience) {
        this.complaints = URI.create(url.replaceAll("/+$", "") + "/v1/complaints");
        this.patience = patience;
    }

    /**
     * @throws Refusal when intake stays out of reach, or something else answers in its place
     */
    Outcome bring(Row row) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(complaints)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", row.idempotencyKey())
                .header("X-Pintu-Door", "import")
                .POST(HttpRequest.BodyPublishers.ofString(row.json()))
                .build();
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        String trouble;
        do {
            Duration wished = Duration.ZERO;
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (!passes(answer.statusCode())) {
                    return outcome(answer);
                }
                trouble = "HTTP " + answer.statusCode();
                wished = retryAfter(answer);
            } catch (IOException e) {
                trouble = e.toString();
            }
            Thread.sleep(pause.compareTo(wished) > 0 ? pause : wished);
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        } while (System.nanoTime() < end);
        throw new Refusal("Intake at " + complaints + " cannot be reached (" + trouble + "). "
                + "Start it, and run the same command again: it goes on where it stopped.");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static boolean passes(int status) {
        return switch (status) {
            case 408, 429, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private Outcome outcome(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 201, 202 -> new Outcome.Accepted();
            case 200 -> new Outcome.Repeated();
            case 400, 409, 413, 422, 500 -> refused(answer);
            default ->
                throw new Refusal("What answers at " + complaints + " is not intake: HTTP " + answer.statusCode());
        };
    }

    private static Outcome refused(HttpResponse<String> answer) {
        JsonNode problem;
        try {
            problem = JSON.readTree(answer.body());
        } catch (JacksonException e) {
            problem = JSON.createObjectNode();
        }
        JsonNode error = problem.path("errors").path(0);
        return new Outcome.Refused(
                error.path("field").asString(""),
                error.path("message").asString(problem.path("detail").asString("HTTP " + answer.statusCode())));
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        Optional<String> seconds =
                answer.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,4}"));
        return seconds.map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(Duration.ZERO);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
