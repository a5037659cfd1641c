package id.pintu.routing.webhooks;

import id.pintu.support.keys.InstallationSecret;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Changes of webhooks by their institutions. */
public final class WebhookAdministration {

    /** Most endpoints of one institution. */
    public static final int MAX_ENDPOINTS = 10;

    private static final int MAX_URL_LENGTH = 2_000;

    private final WebhookIndex webhooks;
    private final InstallationSecret secret;
    private final boolean privateAllowed;
    private final InstantSource clock;

    WebhookAdministration(
            WebhookIndex webhooks, InstallationSecret secret, boolean privateAllowed, InstantSource clock) {
        this.webhooks = webhooks;
        this.secret = secret;
        this.privateAllowed = privateAllowed;
        this.clock = clock;
    }

    /** What is wrong with an address; empty when it can be an endpoint. Where it leads is checked at each connection. */
    public Optional<String> refusal(URI url) {
        boolean encrypted = "https".equals(url.getScheme());
        if (!encrypted && !(privateAllowed && "http".equals(url.getScheme()))) {
            return Optional.of("begins with https://");
        }
        if (url.getHost() == null || url.getHost().isBlank()) {
            return Optional.of("has no host");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("has a user or a fragment");
        }
        return url.toString().length() > MAX_URL_LENGTH
                ? Optional.of("has at most " + MAX_URL_LENGTH + " characters")
                : Optional.empty();
    }

    /**
     * Creates an endpoint, or changes its address; deliveries go on where they are, without the failures so far.
     *
     * @param from position of the feed to deliver from; empty for the first record of a new endpoint
     */
    public synchronized WebhookEndpoint put(String institution, String name, URI url, Optional<Long> from) {
        WebhookEndpoint endpoint = webhooks.find(institution, name)
                .map(known -> known.url().equals(url) && from.isEmpty()
                        ? known
                        : known.withUrl(
                                url,
                                from.orElseGet(() -> webhooks.progressOf(known).position())))
                .orElseGet(() -> WebhookEndpoint.create(institution, name, url, from.orElse(0L)));
        webhooks.save(endpoint);
        return endpoint;
    }

    public synchronized void replay(WebhookEndpoint endpoint, long from) {
        webhooks.save(endpoint.replayedFrom(from));
    }

    public synchronized WebhookEndpoint rotateSecret(WebhookEndpoint endpoint) {
        WebhookEndpoint rotated = endpoint.withNextSecret(clock.instant());
        webhooks.save(rotated);
        return rotated;
    }

    public synchronized void remove(WebhookEndpoint endpoint) {
        webhooks.remove(endpoint);
    }

    public String secretOf(WebhookEndpoint endpoint) {
        return WebhookSignature.secret(secret, endpoint);
    }
}
