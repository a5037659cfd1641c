package id.pintu.benchmarks.flow;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.server.ServicePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** HTTP client of a server that runs on this machine. */
final class ServerUnderTestClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final AtomicInteger next = new AtomicInteger();
    private final ServicePorts ports;
    private final KafkaClients broker;

    ServerUnderTestClient(ServicePorts ports, KafkaClients broker) {
        this.ports = ports;
        this.broker = broker;
    }

    KafkaClients broker() {
        return broker;
    }

    /** Submits a report and returns its tracking number; empty when it was not accepted. */
    Optional<ComplaintId> submit(String idempotencyKey) {
        int number = next.getAndIncrement();
        byte[] body = WireJsonMapper.MAPPER.writeValueAsBytes(Map.of("text", SampleReportTexts.of(number) + number));
        return send(HttpRequest.newBuilder(URI.create(ports.intake() + "/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .map(response -> ComplaintId.parse(WireJsonMapper.MAPPER
                        .readTree(response)
                        .path("trackingNumber")
                        .asString()));
    }

    /** Whether the tracking page shows this event. */
    boolean isTracked(ComplaintId id, String event) {
        return send(HttpRequest.newBuilder(URI.create(ports.portal() + "/v1/complaints/" + id)))
                .filter(page -> page.contains(event))
                .isPresent();
    }

    private Optional<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            return Optional.of(response.body()).filter(body -> response.statusCode() / 100 == 2);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
