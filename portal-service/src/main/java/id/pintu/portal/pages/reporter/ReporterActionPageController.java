package id.pintu.portal.pages.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReporterAction;
import id.pintu.portal.intake.ReporterActionForm;
import id.pintu.portal.intake.ReporterActionResult;
import id.pintu.portal.pages.RetryAfterHeader;
import id.pintu.portal.pages.SubmissionToken;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of what a reporter does about a complaint, a page each: {@code /lacak/jawab}, {@code /lacak/nilai},
 * {@code /lacak/keberatan}, {@code /lacak/cabut} and {@code /lacak/ombudsman}. The key comes from the cookie, or is typed.
 */
@Controller
class ReporterActionPageController {

    private static final String PAGE = "/lacak/{page:jawab|nilai|keberatan|cabut|ombudsman}";

    private final SnapshotStore<TrackingReadModel> snapshots;
    private final IntakeClient intake;
    private final ReporterCookie cookie;

    ReporterActionPageController(
            SnapshotStore<TrackingReadModel> snapshots, IntakeClient intake, ReporterCookie cookie) {
        this.snapshots = snapshots;
        this.intake = intake;
        this.cookie = cookie;
    }

    @GetMapping(path = PAGE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView form(
            @PathVariable String page,
            @RequestParam(name = "nomor", defaultValue = "") String number,
            Locale locale,
            HttpServletRequest request) {
        return act(page, number)
                .filter(act -> isAvailable(act))
                .map(act -> view(act, ReporterActionFeedback.none(), cookie.keyOf(request, act.complaint())))
                .orElseGet(() -> toTracking(number, locale));
    }

    @PostMapping(path = PAGE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView submit(
            @PathVariable String page,
            @RequestParam(name = "nomor", defaultValue = "") String number,
            @ModelAttribute ReporterActionForm typed,
            @RequestParam(defaultValue = "") String submission,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<ReporterAct> found = act(page, number);
        if (found.isEmpty()) {
            return toTracking(number, locale);
        }
        ReporterAct act = found.get();
        Optional<String> known = cookie.keyOf(request, act.complaint());
        ReporterActionForm form =
                known.filter(key -> typed.key().isEmpty()).map(typed::withKey).orElse(typed);
        String token = SubmissionToken.validOrNew(submission);
        ReporterActionResult result = send(act, form, token);
        RetryAfterHeader.set(response, result.retryAfter());
        ReporterActionFeedback feedback = ReporterActionFeedback.of(result, token, form);
        if (!feedback.accepted()) {
            return view(act, feedback, known);
        }
        cookie.add(request, response, act.complaint(), form.key());
        return ReporterPageAddress.seeOther(ReporterPageAddress.tracking(
                act.complaint(), locale, "sudah", act.action().page()));
    }

    /** Sends a complete form only: what is missing is told at once, all of it. */
    private ReporterActionResult send(ReporterAct act, ReporterActionForm form, String token) {
        Set<String> missing = form.missingFields(act.action());
        return missing.isEmpty()
                ? intake.submitAction(act.complaint(), act.action(), form, token)
                : ReporterActionResult.malformed(missing);
    }

    private static Optional<ReporterAct> act(String page, String number) {
        return ComplaintId.tryParse(number)
                .flatMap(complaint -> ReporterAction.ofPage(page).map(action -> new ReporterAct(complaint, action)));
    }

    /** Whether the state of the complaint allows it now; of a form that is sent, twice perhaps, intake-service decides it. */
    private boolean isAvailable(ReporterAct act) {
        return snapshots.find(act.complaint()).stream()
                .flatMap(tracking -> ReporterAction.availableFor(tracking).stream())
                .anyMatch(act.action()::equals);
    }

    /** The tracking page says what can be done instead, or that there is no such complaint. */
    private static ModelAndView toTracking(String number, Locale locale) {
        return ComplaintId.tryParse(number)
                .map(complaint -> ReporterPageAddress.seeOther(
                        ReporterPageAddress.tracking(complaint, locale, "sudah", "tidak-dapat")))
                .orElseGet(() ->
                        ReporterPageAddress.seeOther(ReporterPageAddress.TRACKING + "?lang=" + locale.getLanguage()));
    }

    private static ModelAndView view(ReporterAct act, ReporterActionFeedback feedback, Optional<String> keyFromCookie) {
        return new ModelAndView(
                "reporter-action",
                Map.of(
                        "number",
                        act.complaint().value(),
                        "action",
                        act.action(),
                        "feedback",
                        feedback,
                        "asksForKey",
                        keyFromCookie.isEmpty() || feedback.errors().contains("key")),
                feedback.status());
    }

    private record ReporterAct(ComplaintId complaint, ReporterAction action) {}
}
