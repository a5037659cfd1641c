package id.pintu.benchmarks.lifecycle;

import id.pintu.benchmarks.flow.SampleReportTexts;
import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** HTTP client of reporters and institutions. A request that is not answered with 2xx fails. */
final class LifecycleClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** What the reporter has after a submission. */
    record Receipt(ComplaintId id, String reporterKey) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final AtomicInteger ratingsTooEarly = new AtomicInteger();
    private final ServicePorts ports;
    private final InstallationSecret secret;

    LifecycleClient(ServicePorts ports, InstallationSecret secret) {
        this.ports = ports;
        this.secret = secret;
    }

    /** Submits a report with an e-mail address of its own; the receipt is sent there. */
    Receipt submit(String name, int number) {
        return submit(name, number, Map.of("email", addressOf(name)), Optional.empty());
    }

    /** Submits a report with a confirmed e-mail address, as a channel that knows its users; every notice is sent there. */
    Receipt submitConfirmed(String name, int number) {
        String key = BuiltInChannel.COMMAND_LINE.key(secret);
        return submit(
                name,
                number,
                Map.of("email", addressOf(name), "emailVerified", true),
                Optional.of(Map.entry("Authorization", "Bearer " + key)));
    }

    private Receipt submit(
            String name, int number, Map<String, ?> contact, Optional<Map.Entry<String, String>> credential) {
        Map<String, ?> report = Map.of("text", SampleReportTexts.of(number) + name, "contact", contact);
        JsonNode receipt =
                WireJsonMapper.MAPPER.readTree(post(ports.intake() + "/v1/complaints", report, credential, name));
        return new Receipt(
                ComplaintId.parse(receipt.path("trackingNumber").asString()),
                receipt.path("reporterKey").asString());
    }

    private static String addressOf(String name) {
        return "reporter-" + name.replace('/', '-') + "@example.com";
    }

    void actAsInstitution(ComplaintId id, String institution, String action, Map<String, ?> body) {
        String key = StoredInstitutionKey.clearText(secret, institution, 1);
        post(
                ports.routing() + "/v1/agencies/" + institution + "/complaints/" + id + "/" + action,
                body,
                Optional.of(Map.entry("Authorization", "Bearer " + key)),
                id + "/" + action);
    }

    /** Rates as soon as intake knows the final answer, which it reads from the ledger: no reporter is as quick as a program. */
    void rate(Receipt receipt, int stars) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        HttpResponse<String> response = rate(receipt, stars, 0);
        for (int attempt = 1;
                response.statusCode() == HttpURLConnection.HTTP_CONFLICT && System.nanoTime() < end;
                attempt++) {
            ratingsTooEarly.incrementAndGet();
            response = rate(receipt, stars, attempt);
        }
        requireSuccess(response);
    }

    private HttpResponse<String> rate(Receipt receipt, int stars, int attempt) {
        return send(
                ports.intake() + "/v1/complaints/" + receipt.id() + "/rate",
                Map.of("stars", stars),
                Optional.of(Map.entry("Reporter-Key", receipt.reporterKey())),
                receipt.id() + "/rate/" + attempt);
    }

    /** How many ratings were refused because intake had not read the final answer yet. */
    int ratingsTooEarly() {
        return ratingsTooEarly.get();
    }

    private String post(
            String address,
            Map<String, ?> body,
            Optional<Map.Entry<String, String>> credential,
            String idempotencyKey) {
        return requireSuccess(send(address, body, credential, idempotencyKey));
    }

    private static String requireSuccess(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> send(
            String address,
            Map<String, ?> body,
            Optional<Map.Entry<String, String>> credential,
            String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJsonMapper.MAPPER.writeValueAsBytes(body)));
        credential.ifPresent(header -> request.header(header.getKey(), header.getValue()));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(address, e);
        }
    }
}
