package id.pintu.routing.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an institution wants its feed's records, as the topic {@code webhooks} has it.
 *
 * @param institution its code
 * @param name that the institution gave it, unique within the institution
 * @param secretGeneration 1 for the first secret, one more for each rotation
 * @param rotatedAt when the secret was last rotated; the one before signs for another day
 * @param start position of the feed from which this revision delivers
 * @param revision one more for each change of address and each replay; delivery then starts at {@code start}
 */
public record WebhookEndpoint(
        String institution,
        String name,
        URI url,
        int secretGeneration,
        Optional<Instant> rotatedAt,
        long start,
        int revision) {

    static WebhookEndpoint create(String institution, String name, URI url, long start) {
        return new WebhookEndpoint(institution, name, url, 1, Optional.empty(), start, 1);
    }

    WebhookEndpoint withUrl(URI changed, long from) {
        return new WebhookEndpoint(institution, name, changed, secretGeneration, rotatedAt, from, revision + 1);
    }

    WebhookEndpoint replayedFrom(long position) {
        return withUrl(url, position);
    }

    WebhookEndpoint withNextSecret(Instant now) {
        return new WebhookEndpoint(institution, name, url, secretGeneration + 1, Optional.of(now), start, revision);
    }

    /** Key in the topic, without the prefix of its kind. */
    @JsonIgnore
    public String key() {
        return key(institution, name);
    }

    static String key(String institution, String name) {
        return institution + "/" + name;
    }
}
