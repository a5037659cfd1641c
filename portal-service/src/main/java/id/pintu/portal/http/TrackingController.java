package id.pintu.portal.http;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.mongo.TimelineRepository;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import id.pintu.support.privacy.PersonalDataMasker;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** REST controller of public tracking. */
@RestController
class TrackingController {

    private static final int MAX_LIMIT = 500;

    private final SnapshotStore<TrackingReadModel> snapshots;
    private final TimelineRepository timelines;
    private final IntakeClient intake;

    TrackingController(SnapshotStore<TrackingReadModel> snapshots, TimelineRepository timelines, IntakeClient intake) {
        this.snapshots = snapshots;
        this.timelines = timelines;
        this.intake = intake;
    }

    /**
     * Tracks one complaint: 200 with its timeline, or 304 when the client's ETag is still current; 400 for a malformed
     * tracking number, 404 for one without a complaint (yet). Personal data in what people wrote is masked. With the key in
     * the header {@code Reporter-Key} it is not, and the timeline of a confidential complaint has its questions, answers and
     * explanations; 403 for a wrong key, 503 while no key can be checked.
     *
     * @param typed the number as a person types it: case and hyphens do not matter
     * @param before {@code earlier} of the page after, for the timeline's entries before those; absent for the newest
     * @param limit how many entries of the timeline, 1 to 500
     */
    @GetMapping("/v1/complaints/{trackingNumber}")
    ResponseEntity<TrackingView> track(
            @PathVariable("trackingNumber") String typed,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "200") int limit,
            @RequestHeader(name = "Reporter-Key", required = false) @Nullable String key) {
        ComplaintId id = parse(typed);
        PageLimit.requireInRange(limit, MAX_LIMIT);
        if (before != null && before < 1) {
            throw ProblemException.ofField("before", "is 1 or more");
        }
        boolean reporter = key != null && isReporter(id, key);
        CacheControl caching = reporter ? CacheControl.noStore() : CacheControl.noCache();
        return snapshots
                .find(id)
                .flatMap(tracking -> reporter
                        ? TrackingView.of(
                                id,
                                tracking,
                                timelines.reporterPage(id, tracking, Optional.ofNullable(before), limit),
                                UnaryOperator.identity())
                        : TrackingView.of(
                                id,
                                tracking,
                                timelines.page(id, tracking, Optional.ofNullable(before), limit),
                                PersonalDataMasker::mask))
                .map(view -> ResponseEntity.ok().cacheControl(caching).body(view))
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "unknown-tracking-number", "No complaint has this tracking number."));
    }

    private boolean isReporter(ComplaintId id, String key) {
        return switch (intake.checkKey(id, key)) {
            case VALID -> true;
            case WRONG ->
                throw ProblemException.of(
                        HttpStatus.FORBIDDEN,
                        "wrong-reporter-key",
                        "Header 'Reporter-Key': it does not belong to this complaint.");
            case UNAVAILABLE ->
                throw ProblemException.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "key-not-checked", "The key cannot be checked just now.");
        };
    }

    @Bean
    static FilterRegistrationBean<ShallowEtagHeaderFilter> trackingEtags() {
        var etags = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        etags.addUrlPatterns("/v1/complaints/*");
        return etags;
    }

    private static ComplaintId parse(String typed) {
        try {
            return ComplaintId.parse(typed);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("trackingNumber", String.valueOf(e.getMessage()));
        }
    }
}
