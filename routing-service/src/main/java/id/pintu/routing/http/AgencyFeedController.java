package id.pintu.routing.http;

import id.pintu.events.WireJsonMapper;
import id.pintu.routing.feeds.FeedBundle;
import id.pintu.routing.feeds.FeedPage;
import id.pintu.routing.kafka.AgencyFeedReader;
import id.pintu.routing.kafka.AgencyFeedReader.FeedReaderBusyException;
import id.pintu.routing.kafka.AgencyFeedReader.UnknownPositionException;
import id.pintu.routing.kafka.AgencyFeedWatcher;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.audit.AuditLog;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.SecretPurpose;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.annotation.DurationFormat.Style;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.KafkaException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * REST controller of an institution's feed, for programs that have no Kafka client: the records of the topic
 * {@code agency.<code>}, in order, from a cursor on. A request may wait for the next record (long poll).
 */
@RestController
class AgencyFeedController {

    private static final int MAX_LIMIT = 500;
    private static final int MAX_BUNDLE = 10_000;
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);
    private static final int MAX_WAITING = 4;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final AgencyFeedReader feeds;
    private final AgencyFeedWatcher ends;
    private final Supplier<InstitutionRegistry> registry;
    private final InstitutionKeyIndex keys;
    private final InstallationSecrets secrets;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Map<String, Semaphore> waiting = new ConcurrentHashMap<>();

    AgencyFeedController(
            AgencyFeedReader feeds,
            AgencyFeedWatcher ends,
            Supplier<InstitutionRegistry> registry,
            InstitutionKeyIndex keys,
            InstallationSecrets secrets,
            AuditLog audit,
            InstantSource clock) {
        this.feeds = feeds;
        this.ends = ends;
        this.registry = registry;
        this.keys = keys;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reads the feed from a cursor on.
     *
     * @param after the {@code next} of an earlier answer, or the {@code cursor} of a record, which works for ever; without it
     *     from the first record
     * @param wait how long to wait for a record where there is none, such as {@code 30s}; at most 60s
     * @param limit at most so many records, 1 to 500
     */
    @GetMapping("/v1/agencies/{code}/feed")
    FeedPage read(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "0s") @DurationFormat(style = Style.SIMPLE) Duration wait,
            @RequestParam(defaultValue = "100") int limit,
            Authentication caller)
            throws InterruptedException {
        long position = FeedCursor.position(after);
        if (wait.isNegative() || wait.compareTo(MAX_WAIT) > 0) {
            throw ProblemException.ofField("wait", "is 0s to " + MAX_WAIT.toSeconds() + "s");
        }
        PageLimit.requireInRange(limit, MAX_LIMIT);
        if (registry.get().institution(code).isEmpty()) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND, "no-such-institution", "There is no institution " + code + ".");
        }
        FeedPage page = page(code, position, limit);
        if (page.records().isEmpty() && !wait.isZero()) {
            page = waitForRecord(code, FeedCursor.position(page.next()), wait, limit);
        }
        if (!page.records().isEmpty()) {
            recordLook(code, after, page, caller);
        }
        return page;
    }

    /**
     * The same records as a signed file, for work without a network: gzip, lines of JSON, the last one a signature by
     * the institution's key. Its next begins where this one ends.
     *
     * @param after as in the feed
     * @param limit at most so many records, 1 to 10000
     */
    @GetMapping(path = "/v1/agencies/{code}/bundle", produces = "application/gzip")
    ResponseEntity<byte[]> bundle(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "5000") int limit,
            Authentication caller)
            throws InterruptedException {
        PageLimit.requireInRange(limit, MAX_BUNDLE);
        String key = keys.find(code)
                .flatMap(stored -> stored.clearText(secrets.accepted(SecretPurpose.INSTITUTION_KEYS), code))
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "no-such-institution", "There is no institution " + code + "."));
        List<JsonNode> records = new ArrayList<>();
        FeedPage page = page(code, FeedCursor.position(after), Math.min(limit, MAX_LIMIT));
        addTo(records, page);
        while (page.more() && records.size() < limit) {
            page = page(code, FeedCursor.position(page.next()), Math.min(limit - records.size(), MAX_LIMIT));
            addTo(records, page);
        }
        FeedBundle bundle = new FeedBundle(
                new FeedBundle.BundleHeader(FeedBundle.FORMAT, code, after, page.next(), page.more(), clock.instant()),
                records);
        recordLook(code, after, page, caller);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + code + "-" + after + ".pintu-bundle\"")
                .body(bundle.write(key));
    }

    private static void addTo(List<JsonNode> records, FeedPage page) {
        page.records().forEach(record -> records.add(WireJsonMapper.MAPPER.valueToTree(record)));
    }

    private FeedPage waitForRecord(String code, long position, Duration wait, int limit) throws InterruptedException {
        Semaphore places = waiting.computeIfAbsent(code, any -> new Semaphore(MAX_WAITING));
        if (!places.tryAcquire()) {
            throw ProblemException.tooManyRequests(
                    "too-many-waiting",
                    MAX_WAITING + " requests of this institution wait already.",
                    RETRY_AFTER_SECONDS);
        }
        try {
            long until = System.nanoTime() + wait.toNanos();
            FeedPage page = new FeedPage(List.of(), String.valueOf(position), false);
            Duration left = wait;
            // The end moves for the markers of transactions too, which are no records.
            while (page.records().isEmpty()
                    && left.isPositive()
                    && ends.awaitRecord(code, FeedCursor.position(page.next()), left)) {
                page = page(code, FeedCursor.position(page.next()), limit);
                left = Duration.ofNanos(until - System.nanoTime());
            }
            return page;
        } finally {
            places.release();
        }
    }

    private FeedPage page(String code, long position, int limit) throws InterruptedException {
        try {
            return feeds.read(code, position, limit);
        } catch (UnknownPositionException e) {
            throw FeedCursor.unknown();
        } catch (FeedReaderBusyException | org.apache.kafka.common.KafkaException e) {
            throw ProblemException.tryLater("The feed cannot be read at the moment.", RETRY_AFTER_SECONDS);
        }
    }

    /** A part with records is a look at personal data; waiting in vain is none. */
    private void recordLook(String code, String after, FeedPage page, Authentication caller) {
        try {
            audit.record("feed-read", caller, Map.of("code", code, "after", after, "next", page.next()));
        } catch (KafkaException e) {
            throw ProblemException.tryLater("The audit log cannot be written at the moment.", RETRY_AFTER_SECONDS);
        }
    }
}
