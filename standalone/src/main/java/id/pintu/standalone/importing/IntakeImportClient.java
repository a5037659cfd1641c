package id.pintu.standalone.importing;

import id.pintu.standalone.CommandLineException;
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
final class IntakeImportClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI complaints;
    private final Duration maxOutage;

    /**
     * @param url of intake-service
     * @param maxOutage how long an outage may last before the import gives up
     */
    IntakeImportClient(String url, Duration maxOutage) {
        this.complaints = URI.create(url.replaceAll("/+$", "") + "/v1/complaints");
        this.maxOutage = maxOutage;
    }

    /**
     * @throws CommandLineException when intake stays out of reach, or something else answers in its place
     */
    RowImportResult submit(ReportRow row) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(complaints)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", row.idempotencyKey())
                .header("X-Pintu-Door", "import")
                .POST(HttpRequest.BodyPublishers.ofString(row.json()))
                .build();
        long end = System.nanoTime() + maxOutage.toNanos();
        Duration pause = FIRST_PAUSE;
        String lastError;
        do {
            Duration minimumPause = Duration.ZERO;
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (!isTransient(response.statusCode())) {
                    return toResult(response);
                }
                lastError = "HTTP " + response.statusCode();
                minimumPause = retryAfter(response);
            } catch (IOException e) {
                lastError = e.toString();
            }
            Thread.sleep(pause.compareTo(minimumPause) > 0 ? pause : minimumPause);
            pause = min(pause.multipliedBy(2), MAX_PAUSE);
        } while (System.nanoTime() < end);
        throw new CommandLineException("Intake at " + complaints + " cannot be reached (" + lastError + "). "
                + "Start it, and run the same command again: it goes on where it stopped.");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static boolean isTransient(int status) {
        return switch (status) {
            case 408, 429, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private RowImportResult toResult(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 201, 202 -> new RowImportResult.Accepted();
            case 200 -> new RowImportResult.Repeated();
            case 400, 409, 413, 422, 500 -> refused(response);
            default ->
                throw new CommandLineException(
                        "What answers at " + complaints + " is not intake: HTTP " + response.statusCode());
        };
    }

    private static RowImportResult refused(HttpResponse<String> response) {
        JsonNode problem;
        try {
            problem = JSON.readTree(response.body());
        } catch (JacksonException e) {
            problem = JSON.createObjectNode();
        }
        JsonNode error = problem.path("errors").path(0);
        return new RowImportResult.Refused(
                error.path("field").asString(""),
                error.path("message").asString(problem.path("detail").asString("HTTP " + response.statusCode())));
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        Optional<String> seconds =
                response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,4}"));
        return seconds.map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(Duration.ZERO);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
