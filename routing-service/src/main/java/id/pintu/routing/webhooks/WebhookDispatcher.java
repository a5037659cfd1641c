package id.pintu.routing.webhooks;

import id.pintu.events.WireJsonMapper;
import id.pintu.routing.feeds.FeedPage;
import id.pintu.routing.feeds.FeedRecord;
import id.pintu.routing.kafka.AgencyFeedReader;
import id.pintu.routing.kafka.AgencyFeedReader.FeedReaderBusyException;
import id.pintu.routing.kafka.AgencyFeedReader.UnknownPositionException;
import id.pintu.routing.kafka.AgencyFeedWatcher;
import id.pintu.support.keys.InstallationSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deliverer of webhooks: one thread for each endpoint, from where its feed was delivered to, in order. An endpoint that fails,
 * or never answers, waits by itself. A record is delivered once, or again with the same id where this instance ended before
 * the progress was written.
 */
final class WebhookDispatcher {

    private static final Logger log = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final int PART = 50;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final WebhookIndex webhooks;
    private final AgencyFeedReader feeds;
    private final AgencyFeedWatcher ends;
    private final WebhookClient client;
    private final InstallationSecret secret;
    private final InstantSource clock;
    private final Map<String, Thread> threads = new HashMap<>();

    WebhookDispatcher(
            WebhookIndex webhooks,
            AgencyFeedReader feeds,
            AgencyFeedWatcher ends,
            WebhookClient client,
            InstallationSecret secret,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.feeds = feeds;
        this.ends = ends;
        this.client = client;
        this.secret = secret;
        this.clock = clock;
    }

    /** Starts what is missing: a thread for each endpoint without one. */
    synchronized void deliverAll() {
        threads.values().removeIf(thread -> !thread.isAlive());
        webhooks.all()
                .forEach(endpoint -> threads.computeIfAbsent(
                        endpoint.key(),
                        key -> Thread.ofVirtual().name("webhook " + key).start(() -> deliverUntilRemoved(key))));
    }

    /** Ends all threads; another instance goes on. */
    synchronized void stop() {
        threads.values().forEach(Thread::interrupt);
        threads.clear();
    }

    /**
     * Only this thread moves an endpoint's progress. It keeps its own and does not look into the index between, where a record
     * that was read back from the topic may be older than what it has written since.
     */
    private void deliverUntilRemoved(String key) {
        try {
            Optional<WebhookEndpoint> endpoint = webhooks.find(key);
            Optional<WebhookProgress> reached = endpoint.map(webhooks::progressOf);
            while (endpoint.isPresent()) {
                reached = Optional.of(deliverSome(endpoint.get(), WebhookProgress.of(endpoint.get(), reached)));
                endpoint = webhooks.find(key);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Delivers a part of the feed, waits for more of it, or for the time of the next attempt; returns the progress then. */
    private WebhookProgress deliverSome(WebhookEndpoint endpoint, WebhookProgress progress)
            throws InterruptedException {
        Instant now = clock.instant();
        if (progress.isParked()) {
            Thread.sleep(IDLE);
            return progress;
        }
        Optional<Instant> nextAttempt = progress.failure().flatMap(WebhookProgress.WebhookFailure::nextAttempt);
        if (nextAttempt.filter(now::isBefore).isPresent()) {
            Duration left = Duration.between(now, nextAttempt.get());
            Thread.sleep(left.compareTo(IDLE) < 0 ? left : IDLE); // it may be changed or removed meanwhile
            return progress;
        }
        try {
            FeedPage page = feeds.read(endpoint.institution(), progress.position(), PART);
            if (!page.records().isEmpty()) {
                return deliver(endpoint, progress, page);
            }
            ends.awaitRecord(endpoint.institution(), Long.parseLong(page.next()), IDLE);
        } catch (UnknownPositionException e) {
            WebhookProgress failed =
                    progress.failed(WebhookOutcome.Failed.permanent("the feed has no such position"), now);
            webhooks.saveLater(endpoint, failed);
            return failed;
        } catch (FeedReaderBusyException | KafkaException e) {
            log.debug("a feed cannot be read now: {}", e.toString());
            Thread.sleep(AFTER_TROUBLE);
        }
        return progress;
    }

    /** Delivers records until one fails, or the endpoint was changed. */
    private WebhookProgress deliver(WebhookEndpoint endpoint, WebhookProgress start, FeedPage page)
            throws InterruptedException {
        WebhookProgress progress = start;
        for (FeedRecord record : page.records()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!webhooks.find(endpoint.key()).filter(endpoint::equals).isPresent()) {
                return progress;
            }
            WebhookOutcome outcome = post(endpoint, record);
            Instant now = clock.instant();
            progress = switch (outcome) {
                case WebhookOutcome.Delivered delivered -> progress.deliveredUpTo(Long.parseLong(record.cursor()), now);
                case WebhookOutcome.Failed failed -> progress.failed(failed, now);
            };
            webhooks.saveLater(endpoint, progress);
            if (outcome instanceof WebhookOutcome.Failed) {
                return progress;
            }
        }
        return progress;
    }

    private WebhookOutcome post(WebhookEndpoint endpoint, FeedRecord record) {
        String id = Objects.requireNonNull(record.attributes().get("id"));
        Instant now = clock.instant();
        byte[] body = WireJsonMapper.MAPPER.writeValueAsBytes(record);
        return client.post(
                endpoint.url(),
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                        "webhook-signature", WebhookSignature.header(secret, endpoint, id, now, body)),
                body);
    }
}
