package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import id.pintu.systemtest.FuzzRequestGenerator.FuzzRequest;
import id.pintu.systemtest.FuzzRequestGenerator.FuzzedOperation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fuzz test of all endpoints of all services, generated from their OpenAPI documents: no response is a 500, every refusal
 * is problem+json, and a 400 names its field. More requests, or the requests of a failed run:
 * {@code ./pintu test -Dtest=ApiFuzzTest -Dpintu.fuzz.requests=200000 -Dpintu.fuzz.seed=1}.
 */
class ApiFuzzTest {

    private static final int REQUESTS = Integer.getInteger("pintu.fuzz.requests", 20_000);
    private static final long SEED = Long.getLong("pintu.fuzz.seed", 20261127L);
    private static final int CLIENTS = 8;
    private static final ServicePorts PORTS = new ServicePorts(8_600);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonTestClient SETUP = new JsonTestClient();

    /** Codes of a 400 about the request as a whole, which has no field to name. */
    private static final List<String> WHOLE_REQUEST = List.of("malformed-request", "invalid-body");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static AllInOneServer server;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    @BeforeAll
    static void start() {
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noRequestIsA500AndEveryRefusalNamesItsField() throws InterruptedException {
        List<FuzzedOperation> operations = server.addresses().entrySet().stream()
                .filter(each -> !each.getKey().equals("broker"))
                .flatMap(each -> operations(each.getValue()))
                .toList();
        List<JsonNode> receipts = IntStream.range(0, 20)
                .mapToObj(each -> SETUP.post(
                                address("intake") + "/v1/complaints", Map.of("text", "Jalan berlubang nomor " + each))
                        .orElseThrow()
                        .body())
                .toList();

        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                FuzzRequestGenerator requests =
                        new FuzzRequestGenerator(SEED + client, numbers(receipts), keys(receipts));
                int first = client;
                clients.execute(() -> {
                    for (int i = first; i < REQUESTS; i += CLIENTS) {
                        FuzzedOperation operation = operations.get((i / CLIENTS) % operations.size());
                        check(operation, requests.next(operation));
                    }
                });
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(2, TimeUnit.HOURS)).isTrue();
        }

        assertThat(faults.stream().distinct().limit(40).toList())
                .as("seed %s, statuses %s", SEED, statuses)
                .isEmpty();
        assertThat(statuses.keySet()).as("statuses %s", statuses).contains(200, 201, 400, 401, 404);
    }

    private void check(FuzzedOperation operation, FuzzRequest request) {
        try {
            HttpRequest.Builder message = HttpRequest.newBuilder(URI.create(request.url()))
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            request.method().toUpperCase(Locale.ROOT),
                            HttpRequest.BodyPublishers.ofByteArray(request.body()));
            request.headers().forEach(message::setHeader);
            HttpResponse<String> response = http.send(message.build(), HttpResponse.BodyHandlers.ofString());
            statuses.merge(response.statusCode(), 1, Integer::sum);
            String fault = fault(request, response);
            if (!fault.isEmpty()) {
                faults.add(fault + ": " + operation.method() + " " + operation.path() + " " + abbreviate(request));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            faults.add(e + ": " + operation.method() + " " + operation.path() + " " + abbreviate(request));
        }
    }

    /** What is wrong with a response; empty when nothing is. */
    private static String fault(FuzzRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status < 400) {
            return "";
        }
        if (status == 503 && response.headers().firstValue("Retry-After").isPresent()) {
            return ""; // more queries at once than one service answers
        }
        if (status >= 500) {
            return "status " + status;
        }
        if (!request.headers().getOrDefault("Accept", "json").matches(".*(json|[*]/[*]).*")) {
            return ""; // a client that cannot read a problem
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return "status " + status + " with content type '" + type + "'";
        }
        try {
            JsonNode problem = JSON.readTree(response.body());
            String code = problem.path("type").asString("").replace("urn:pintu:problem:", "");
            boolean named = !problem.path("errors").isEmpty()
                    || problem.path("detail").asString("").matches("(?s).*([Ff]ield|Header|Line|line) .*");
            return status != 400 || named || WHOLE_REQUEST.contains(code)
                    ? ""
                    : "400 without a field: " + response.body();
        } catch (JacksonException e) {
            return "a problem that is no JSON: " + response.body();
        }
    }

    private static String abbreviate(FuzzRequest request) {
        String text = request.url() + " " + request.headers().keySet() + " "
                + new String(request.body(), StandardCharsets.UTF_8);
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    private static Stream<FuzzedOperation> operations(String address) {
        JsonNode document = SETUP.get(address + "/v3/api-docs").orElseThrow().body();
        List<FuzzedOperation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) ->
                        operations.add(new FuzzedOperation(address, method, path, operation, document))));
        assertThat(operations).as(address).isNotEmpty();
        return operations.stream();
    }

    private static List<String> numbers(List<JsonNode> receipts) {
        return receipts.stream()
                .map(receipt -> receipt.path("trackingNumber").asString())
                .toList();
    }

    private static Map<String, String> keys(List<JsonNode> receipts) {
        InstallationSecret secret = new InstallationSecret(server.secret());
        Map<String, String> keys = new TreeMap<>();
        keys.put("institutionKey", StoredInstitutionKey.clearText(secret, "D.33.74", 1));
        keys.put("deskKey", StoredInstitutionKey.clearText(secret, StoredInstitutionKey.DESK, 1));
        keys.put("channelKey", BuiltInChannel.COMMAND_LINE.key(secret));
        keys.put("operatorToken", secret.operatorToken());
        keys.put("reporterKey", receipts.getFirst().path("reporterKey").asString());
        return keys;
    }

    private static String address(String service) {
        return server.addresses().getOrDefault(service, "");
    }
}
