package id.pintu.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * HTTP client of intake-service that repeats a request, with exponential backoff, until intake has answered it.
 *
 * <p>Repeated are connection errors and the statuses 408, 429, 502, 503 and 504; {@code Retry-After} in seconds is
 * obeyed. A request must therefore be idempotent: by an {@code Idempotency-Key}, or by its SMS id.
 */
public final class ReportSubmissionClient implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private final String channelKey;
    private final Duration maxOutage;

    /**
     * @param url base URL of intake-service
     * @param channelKey key of a channel
     * @param maxOutage how long a request is repeated
     */
    public ReportSubmissionClient(String url, String channelKey, Duration maxOutage) {
        this.url = url.replaceAll("/+$", "");
        this.channelKey = channelKey;
        this.maxOutage = maxOutage;
    }

    /**
     * Posts a JSON body and returns the final response, whatever its status.
     *
     * @param headers names and values, in turn; may be none
     * @throws CommandLineException when intake was unavailable for longer than the maximum outage
     */
    public HttpResponse<String> post(String path, String json, String... headers) throws InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + channelKey)
                .POST(HttpRequest.BodyPublishers.ofString(json));
        HttpRequest request = (headers.length == 0 ? builder : builder.headers(headers)).build();
        long end = System.nanoTime() + maxOutage.toNanos();
        Duration pause = FIRST_PAUSE;
        String lastError;
        do {
            Duration minimumPause = Duration.ZERO;
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (!isTransient(response.statusCode())) {
                    return response;
                }
                lastError = "HTTP " + response.statusCode();
                minimumPause = retryAfter(response);
            } catch (IOException e) {
                lastError = e.toString();
            }
            Thread.sleep(pause.compareTo(minimumPause) > 0 ? pause : minimumPause);
            pause = min(pause.multipliedBy(2), MAX_PAUSE);
        } while (System.nanoTime() < end);
        throw new CommandLineException("Intake at " + url + " is unavailable (" + lastError + "). "
                + "Start it and run the same command again: it continues where it stopped.");
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

    private static Duration retryAfter(HttpResponse<String> response) {
        Optional<String> seconds =
                response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,4}"));
        return seconds.map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(Duration.ZERO);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
