package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.standalone.server.ServicePorts;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Test client of an institution's feed over HTTP, as a program of the institution with its key. */
final class FeedTestClient {

    private final JsonTestClient http = new JsonTestClient();
    private final String address;
    private final String key;

    /**
     * @param operator value of the header {@code Authorization} of the operator, who issues a new key
     */
    FeedTestClient(ServicePorts ports, String institution, String operator) {
        this.address = ports.routing() + "/v1/agencies/" + institution + "/feed";
        this.key = http.post(
                        ports.routing() + "/v1/keys/" + institution, Map.of("renew", true), "Authorization", operator)
                .orElseThrow()
                .body()
                .path("key")
                .asString();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(get("").status()).as(get("").text()).isEqualTo(200));
    }

    JsonTestResponse get(String query) {
        return http.get(address + query, "Authorization", "Bearer " + key).orElseThrow();
    }

    /** Creates a webhook that gets every record. */
    void putWebhook(String receiver) {
        JsonTestResponse created = http.send(
                        "PUT",
                        address.replace("/feed", "/webhooks/all"),
                        "{\"url\": \"" + receiver + "\"}",
                        "Authorization",
                        "Bearer " + key)
                .orElseThrow();
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    String key() {
        return key;
    }

    /** All records to the present end, in parts of so many. */
    List<JsonNode> readAll(int limit) {
        List<JsonNode> records = new ArrayList<>();
        JsonNode page;
        String next = "0";
        do {
            page = get("?limit=" + limit + "&after=" + next).body();
            page.path("records").forEach(records::add);
            next = page.path("next").asString();
        } while (page.path("more").asBoolean());
        return records;
    }
}
