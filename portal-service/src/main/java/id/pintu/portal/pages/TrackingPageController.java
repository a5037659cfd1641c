package id.pintu.portal.pages;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReporterAction;
import id.pintu.portal.intake.ReporterActionResult;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /lacak?nomor=…}: where one complaint stands, and what its reporter says to that. */
@Controller
class TrackingPageController {

    private final SnapshotStore<TrackingReadModel> snapshots;
    private final IntakeClient intake;

    TrackingPageController(SnapshotStore<TrackingReadModel> snapshots, IntakeClient intake) {
        this.snapshots = snapshots;
        this.intake = intake;
    }

    @GetMapping(path = "/lacak", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView track(@RequestParam(name = "nomor", defaultValue = "") String typed, Locale locale) {
        if (typed.isBlank()) {
            return search(HttpStatus.OK, typed, "");
        }
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        if (id.isEmpty()) {
            return search(HttpStatus.BAD_REQUEST, typed, "malformed");
        }
        return page(id.get(), locale, HttpStatus.OK, "", SubmissionToken.generate(), "")
                .orElseGet(() -> search(HttpStatus.NOT_FOUND, typed, "unknown"));
    }

    /** The answer is the page itself: the reporter's key must stand in no address and no cookie. */
    @PostMapping(path = "/lacak", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView submitAction(
            @RequestParam(name = "nomor") String typed,
            @RequestParam(name = "act") ReporterAction action,
            @RequestParam(name = "key", defaultValue = "") String key,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "stars", defaultValue = "0") int stars,
            @RequestParam(name = "submission", defaultValue = "") String submission,
            Locale locale) {
        Optional<ComplaintId> id = ComplaintId.tryParse(typed);
        if (id.isEmpty()) {
            return search(HttpStatus.BAD_REQUEST, typed, "malformed");
        }
        String token = SubmissionToken.validOrNew(submission);
        ReporterActionResult result = key.isBlank()
                ? ReporterActionResult.WRONG_KEY
                : intake.submitAction(id.get(), action, key.strip(), text, stars, token);
        boolean accepted = result == ReporterActionResult.ACCEPTED;
        return page(
                        id.get(),
                        locale,
                        status(result),
                        result.name().toLowerCase(Locale.ROOT),
                        accepted ? SubmissionToken.generate() : token,
                        accepted ? "" : text)
                .orElseGet(() -> search(HttpStatus.NOT_FOUND, typed, "unknown"));
    }

    private Optional<ModelAndView> page(
            ComplaintId id, Locale locale, HttpStatus status, String notice, String submission, String text) {
        return snapshots
                .find(id)
                .flatMap(tracking -> TrackingPageModel.of(id, tracking, locale))
                .map(page -> new ModelAndView(
                        "tracking",
                        Map.of("page", page, "notice", notice, "submission", submission, "typed", text),
                        status));
    }

    private static HttpStatus status(ReporterActionResult result) {
        return switch (result) {
            case ACCEPTED -> HttpStatus.OK;
            case WRONG_KEY -> HttpStatus.FORBIDDEN;
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case REFUSED -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static ModelAndView search(HttpStatus status, String typed, String error) {
        return new ModelAndView("search", Map.of("typed", typed, "error", error), status);
    }
}
