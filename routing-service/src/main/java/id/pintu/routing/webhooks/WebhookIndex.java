package id.pintu.routing.webhooks;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * All webhooks, in memory and in the compacted topic {@code webhooks}: {@code endpoint/<code>/<name>} has what the institution
 * configured, {@code progress/<code>/<name>} how far its deliveries are. The requests of institutions write the one, the
 * instance that delivers the other.
 */
public final class WebhookIndex {

    /** Name of the topic. */
    public static final String TOPIC = "webhooks";

    private static final String ENDPOINT = "endpoint/";
    private static final String PROGRESS = "progress/";

    private final CommandSender sender;
    private final Map<String, WebhookEndpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, WebhookProgress> progress = new ConcurrentHashMap<>();

    public WebhookIndex(CommandSender sender) {
        this.sender = sender;
    }

    /** Takes over a record of the topic. */
    public void handle(String key, Optional<byte[]> json) {
        if (key.startsWith(ENDPOINT)) {
            put(
                    endpoints,
                    key.substring(ENDPOINT.length()),
                    json.map(bytes -> WireJsonMapper.MAPPER.readValue(bytes, WebhookEndpoint.class)));
        } else if (key.startsWith(PROGRESS)) {
            put(
                    progress,
                    key.substring(PROGRESS.length()),
                    json.map(bytes -> WireJsonMapper.MAPPER.readValue(bytes, WebhookProgress.class)));
        }
    }

    private static <T> void put(Map<String, T> map, String key, Optional<T> value) {
        value.ifPresentOrElse(found -> map.put(key, found), () -> map.remove(key));
    }

    Collection<WebhookEndpoint> all() {
        return List.copyOf(endpoints.values());
    }

    public List<WebhookEndpoint> of(String institution) {
        return endpoints.values().stream()
                .filter(endpoint -> endpoint.institution().equals(institution))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    public Optional<WebhookEndpoint> find(String institution, String name) {
        return Optional.ofNullable(endpoints.get(WebhookEndpoint.key(institution, name)));
    }

    Optional<WebhookEndpoint> find(String key) {
        return Optional.ofNullable(endpoints.get(key));
    }

    public WebhookProgress progressOf(WebhookEndpoint endpoint) {
        return WebhookProgress.of(endpoint, Optional.ofNullable(progress.get(endpoint.key())));
    }

    /** Writes an endpoint, and returns when it is durable. */
    void save(WebhookEndpoint endpoint) {
        write(ENDPOINT + endpoint.key(), endpoint).join();
        endpoints.put(endpoint.key(), endpoint);
    }

    void remove(WebhookEndpoint endpoint) {
        CompletableFuture.allOf(write(ENDPOINT + endpoint.key(), null), write(PROGRESS + endpoint.key(), null))
                .join();
        endpoints.remove(endpoint.key());
        progress.remove(endpoint.key());
    }

    /** Writes progress without waiting for it: what is lost is delivered again, with the same id. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void saveLater(WebhookEndpoint endpoint, WebhookProgress reached) {
        progress.put(endpoint.key(), reached);
        write(PROGRESS + endpoint.key(), reached);
    }

    private CompletableFuture<?> write(String key, @Nullable Object value) {
        return sender.send(new ProducerRecord<>(
                TOPIC,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : WireJsonMapper.MAPPER.writeValueAsBytes(value)));
    }
}
