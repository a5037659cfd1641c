package id.pintu.portal.pages;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReporterActionForm;
import id.pintu.portal.intake.ReporterActionResult;
import id.pintu.portal.intake.ReporterKeyCheckResult;
import id.pintu.portal.mongo.TimelineRepository;
import id.pintu.portal.pages.attachments.DisplayedAttachment;
import id.pintu.portal.tracking.PubliclyVisibleReport;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.privacy.PersonalDataMasker;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    /** As long as a reporter may look at the page. */
    private static final Duration PASS_VALIDITY = Duration.ofHours(1);

    private final SnapshotStore<TrackingReadModel> snapshots;
    private final TimelineRepository timelines;
    private final IntakeClient intake;
    private final AttachmentPasses passes;
    private final InstantSource clock;

    TrackingPageController(
            SnapshotStore<TrackingReadModel> snapshots,
            TimelineRepository timelines,
            IntakeClient intake,
            AttachmentPasses passes,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.timelines = timelines;
        this.intake = intake;
        this.passes = passes;
        this.clock = clock;
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
            Locale locale,
            HttpServletResponse response) {
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        if (id.isEmpty()) {
            return search(typed, Optional.of(TrackingSearchError.MALFORMED));
        }
        String token = SubmissionToken.validOrNew(submission);
        ReporterActionResult result = send(id.get(), form, token);
        RetryAfterHeader.set(response, result.retryAfter());
        return page(id.get(), Optional.empty(), ReporterActionFeedback.of(result, token, form), locale)
                .orElseGet(() -> search(typed, Optional.of(TrackingSearchError.UNKNOWN)));
    }

    /** Shows what only the reporter may read; like the other form, with the key in no URL and no cookie. */
    @PostMapping(path = "/lacak/isi", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView showToReporter(
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            @RequestParam(name = "key", defaultValue = "") String key,
            Locale locale) {
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        if (id.isEmpty()) {
            return search(typed, Optional.of(TrackingSearchError.MALFORMED));
        }
        ReporterKeyCheckResult check =
                key.isBlank() ? ReporterKeyCheckResult.WRONG : intake.checkKey(id.get(), key.strip());
        return snapshots
                .find(id.get())
                .flatMap(tracking -> check == ReporterKeyCheckResult.VALID
                        ? TrackingPageModel.of(
                                id.get(),
                                tracking,
                                timelines.reporterPage(id.get(), tracking, Optional.empty(), TIMELINE_LIMIT),
                                locale,
                                UnaryOperator.identity())
                        : publicPage(id.get(), tracking, Optional.empty(), locale))
                .map(page -> view(page, ReporterActionFeedback.none(), Optional.of(check), statusOf(check))
                        .addObject(
                                "attachments",
                                check == ReporterKeyCheckResult.VALID ? attachments(id.get(), locale) : List.of()))
                .orElseGet(() -> search(typed, Optional.of(TrackingSearchError.UNKNOWN)));
    }

    /** Each with a pass in its URL, as a browser sends no key for an image. */
    private List<DisplayedAttachment> attachments(ComplaintId id, Locale locale) {
        Instant until = clock.instant().plus(PASS_VALIDITY);
        return DisplayedAttachment.listOf(
                snapshots
                        .find(id)
                        .flatMap(TrackingReadModel::report)
                        .flatMap(PubliclyVisibleReport::attachments)
                        .orElse(List.of()),
                number -> "/lacak/lampiran/" + id + "/" + number + "?izin=" + passes.issue(id, number, until),
                locale);
    }

    private static HttpStatus statusOf(ReporterKeyCheckResult check) {
        return switch (check) {
            case VALID -> HttpStatus.OK;
            case WRONG -> HttpStatus.FORBIDDEN;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
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
                .flatMap(tracking -> publicPage(id, tracking, before, locale))
                .map(page -> view(page, feedback, Optional.empty(), feedback.status()));
    }

    private Optional<TrackingPageModel> publicPage(
            ComplaintId id, TrackingReadModel tracking, Optional<Integer> before, Locale locale) {
        return TrackingPageModel.of(
                id, tracking, timelines.page(id, tracking, before, TIMELINE_LIMIT), locale, PersonalDataMasker::mask);
    }

    /**
     * @param keyCheck of a reporter who wants to read what the public may not
     */
    private static ModelAndView view(
            TrackingPageModel page,
            ReporterActionFeedback feedback,
            Optional<ReporterKeyCheckResult> keyCheck,
            HttpStatus status) {
        return new ModelAndView(
                "tracking",
                Map.of(
                        "page",
                        page,
                        "feedback",
                        feedback,
                        "keyCheck",
                        keyCheck.map(Enum::name),
                        "attachments",
                        List.of()),
                status);
    }

    private static ModelAndView search(String typed, Optional<TrackingSearchError> error) {
        return new ModelAndView(
                "search",
                Map.of("typed", typed, "error", error),
                error.map(TrackingSearchError::status).orElse(HttpStatus.OK));
    }
}
