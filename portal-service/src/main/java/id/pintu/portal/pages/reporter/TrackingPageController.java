package id.pintu.portal.pages.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReporterKeyCheckResult;
import id.pintu.portal.mongo.TimelineRepository;
import id.pintu.portal.pages.attachments.DisplayedAttachment;
import id.pintu.portal.tracking.PubliclyVisibleReport;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.privacy.PersonalDataMasker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the tracking page: {@code GET /lacak?nomor=…} shows one complaint to everybody, and more of it, with what can be
 * done, to its reporter; {@code POST /lacak/buka} opens it with the reporter key, {@code POST /lacak/tutup} ends that.
 */
@Controller
class TrackingPageController {

    private static final int TIMELINE_LIMIT = 200;

    /** As long as a reporter may look at the page. */
    private static final Duration PASS_VALIDITY = Duration.ofHours(1);

    private final SnapshotStore<TrackingReadModel> snapshots;
    private final TimelineRepository timelines;
    private final IntakeClient intake;
    private final ReporterCookie cookie;
    private final TrackingPageModelFactory models;
    private final AttachmentPasses passes;
    private final InstantSource clock;

    TrackingPageController(
            SnapshotStore<TrackingReadModel> snapshots,
            TimelineRepository timelines,
            IntakeClient intake,
            ReporterCookie cookie,
            TrackingPageModelFactory models,
            AttachmentPasses passes,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.timelines = timelines;
        this.intake = intake;
        this.cookie = cookie;
        this.models = models;
        this.passes = passes;
        this.clock = clock;
    }

    @GetMapping(path = ReporterPageAddress.TRACKING, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView track(
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            @RequestParam(name = "sebelum", required = false) @Nullable Integer before,
            TrackingNotice notice,
            Locale locale,
            HttpServletRequest request) {
        if (typed.isBlank()) {
            return search(typed, Optional.empty());
        }
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        if (id.isEmpty()) {
            return search(typed, Optional.of(TrackingSearchError.MALFORMED));
        }
        boolean isReporter = cookie.keyOf(request, id.get()).isPresent();
        return page(id.get(), isReporter, Optional.ofNullable(before), locale)
                .map(page -> view(
                        page,
                        notice.messageKey(request, isReporter),
                        Optional.empty(),
                        isReporter ? attachments(id.get(), locale) : List.of()))
                .orElseGet(() -> search(typed, Optional.of(TrackingSearchError.UNKNOWN)));
    }

    /** Opens a complaint as its reporter, in this browser until it is closed. */
    @PostMapping(path = "/lacak/buka", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView open(
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            @RequestParam(name = "key", defaultValue = "") String key,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        if (id.isEmpty()) {
            return search(typed, Optional.of(TrackingSearchError.MALFORMED));
        }
        ReporterKeyCheckResult check =
                key.isBlank() ? ReporterKeyCheckResult.WRONG : intake.checkKey(id.get(), key.strip());
        if (check == ReporterKeyCheckResult.VALID) {
            cookie.add(request, response, id.get(), key.strip());
            return ReporterPageAddress.seeOther(ReporterPageAddress.tracking(id.get(), locale, "dibuka", "kunci"));
        }
        return page(id.get(), false, Optional.empty(), locale)
                .map(page -> view(page, Optional.empty(), Optional.of(check), List.of()))
                .orElseGet(() -> search(typed, Optional.of(TrackingSearchError.UNKNOWN)));
    }

    /** Forgets the key in this browser. */
    @PostMapping(path = "/lacak/tutup", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView close(
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        return ComplaintId.tryParse(typed)
                .map(id -> {
                    cookie.remove(request, response, id);
                    return ReporterPageAddress.seeOther(ReporterPageAddress.tracking(id, locale, "sudah", "ditutup"));
                })
                .orElseGet(() -> search(typed, Optional.of(TrackingSearchError.MALFORMED)));
    }

    private Optional<TrackingPageModel> page(
            ComplaintId id, boolean isReporter, Optional<Integer> before, Locale locale) {
        return snapshots
                .find(id)
                .flatMap(tracking -> isReporter
                        ? models.pageOf(
                                id,
                                tracking,
                                timelines.reporterPage(id, tracking, before, TIMELINE_LIMIT),
                                locale,
                                UnaryOperator.identity())
                        : models.pageOf(
                                id,
                                tracking,
                                timelines.page(id, tracking, before, TIMELINE_LIMIT),
                                locale,
                                PersonalDataMasker::mask))
                .map(page -> isReporter ? page.ofReporter() : page);
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

    /**
     * @param keyCheck of a reporter who could not open the complaint
     */
    private static ModelAndView view(
            TrackingPageModel page,
            Optional<String> notice,
            Optional<ReporterKeyCheckResult> keyCheck,
            List<DisplayedAttachment> attachments) {
        return new ModelAndView(
                "tracking",
                Map.of(
                        "page",
                        page,
                        "notice",
                        notice,
                        "keyCheck",
                        keyCheck.map(Enum::name),
                        "attachments",
                        attachments),
                keyCheck.map(TrackingPageController::statusOf).orElse(HttpStatus.OK));
    }

    private static HttpStatus statusOf(ReporterKeyCheckResult check) {
        return switch (check) {
            case VALID -> HttpStatus.OK;
            case WRONG -> HttpStatus.FORBIDDEN;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static ModelAndView search(String typed, Optional<TrackingSearchError> error) {
        return new ModelAndView(
                "search",
                Map.of("typed", typed, "error", error),
                error.map(TrackingSearchError::status).orElse(HttpStatus.OK));
    }
}
