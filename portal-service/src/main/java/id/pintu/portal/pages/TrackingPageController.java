package id.pintu.portal.pages;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReporterActionForm;
import id.pintu.portal.intake.ReporterActionResult;
import id.pintu.portal.mongo.TimelineRepository;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the tracking page: {@code GET /lacak?nomor=…} shows one complaint, {@code POST /lacak} submits an action
 * of its reporter.
 */
@Controller
class TrackingPageController {

    private static final int TIMELINE_LIMIT = 200;

    private final SnapshotStore<TrackingReadModel> snapshots;
    private final TimelineRepository timelines;
    private final IntakeClient intake;

    TrackingPageController(
            SnapshotStore<TrackingReadModel> snapshots, TimelineRepository timelines, IntakeClient intake) {
        this.snapshots = snapshots;
        this.timelines = timelines;
        this.intake = intake;
    }

    @GetMapping(path = "/lacak", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView track(
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            @RequestParam(name = "sebelum", required = false) @Nullable Integer before,
            Locale locale) {
        if (typed.isBlank()) {
            return search(typed, Optional.empty());
        }
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        return id.isEmpty()
                ? search(typed, Optional.of(TrackingSearchError.MALFORMED))
                : page(id.get(), Optional.ofNullable(before), ReporterActionFeedback.none(), locale)
                        .orElseGet(() -> search(typed, Optional.of(TrackingSearchError.UNKNOWN)));
    }

    /** Answers with the page itself: the reporter's key must be in no URL and no cookie. */
    @PostMapping(path = "/lacak", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView submitAction(
            @RequestParam(name = "nomor") String typed,
            @ModelAttribute ReporterActionForm form,
            @RequestParam(name = "submission", defaultValue = "") String submission,
            Locale locale) {
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        if (id.isEmpty()) {
            return search(typed, Optional.of(TrackingSearchError.MALFORMED));
        }
        String token = SubmissionToken.validOrNew(submission);
        ReporterActionResult result = send(id.get(), form, token);
        return page(id.get(), Optional.empty(), ReporterActionFeedback.of(result, token, form), locale)
                .orElseGet(() -> search(typed, Optional.of(TrackingSearchError.UNKNOWN)));
    }

    /** Sends a complete form only: what is missing is told at once, all of it. */
    private ReporterActionResult send(ComplaintId id, ReporterActionForm form, String token) {
        Set<String> missing = form.missingFields();
        return form.action()
                .filter(action -> missing.isEmpty())
                .map(action -> intake.submitAction(id, action, form, token))
                .orElseGet(() -> ReporterActionResult.malformed(missing));
    }

    private Optional<ModelAndView> page(
            ComplaintId id, Optional<Integer> before, ReporterActionFeedback feedback, Locale locale) {
        return snapshots
                .find(id)
                .flatMap(tracking -> TrackingPageModel.of(
                        id, tracking, timelines.page(id, tracking, before, TIMELINE_LIMIT), locale))
                .map(page ->
                        new ModelAndView("tracking", Map.of("page", page, "feedback", feedback), feedback.status()));
    }

    private static ModelAndView search(String typed, Optional<TrackingSearchError> error) {
        return new ModelAndView(
                "search",
                Map.of("typed", typed, "error", error),
                error.map(TrackingSearchError::status).orElse(HttpStatus.OK));
    }
}
