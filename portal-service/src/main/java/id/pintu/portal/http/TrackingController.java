package id.pintu.portal.http;

import id.pintu.events.ComplaintId;
import id.pintu.portal.mongo.TimelineRepository;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.http.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** REST controller of public tracking. */
@RestController
class TrackingController {

    private static final int MAX_LIMIT = 500;

    private final SnapshotStore<TrackingReadModel> snapshots;
    private final TimelineRepository timelines;

    TrackingController(SnapshotStore<TrackingReadModel> snapshots, TimelineRepository timelines) {
        this.snapshots = snapshots;
        this.timelines = timelines;
    }

    /**
     * Tracks one complaint: 200 with its timeline, or 304 when the client's ETag is still current; 400 for a malformed
     * tracking number, 404 for one without a complaint (yet).
     *
     * @param typed the number as a person types it: case and hyphens do not matter
     * @param before {@code earlier} of the page after, for the timeline's entries before those; absent for the newest
     * @param limit how many entries of the timeline, 1 to 500
     */
    @GetMapping("/v1/complaints/{trackingNumber}")
    ResponseEntity<TrackingView> track(
            @PathVariable("trackingNumber") String typed,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "200") int limit) {
        ComplaintId id = parse(typed);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.ofField("limit", "is 1 to " + MAX_LIMIT);
        }
        if (before != null && before < 1) {
            throw ProblemException.ofField("before", "is 1 or more");
        }
        return snapshots
                .find(id)
                .flatMap(tracking ->
                        TrackingView.of(id, tracking, timelines.page(id, tracking, Optional.ofNullable(before), limit)))
                .map(view ->
                        ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(view))
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "unknown-tracking-number", "No complaint has this tracking number."));
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
