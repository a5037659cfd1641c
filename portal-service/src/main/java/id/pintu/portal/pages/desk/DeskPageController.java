package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskAccessKey;
import id.pintu.portal.desk.DeskActionRequest;
import id.pintu.portal.desk.DeskActionResult;
import id.pintu.portal.desk.DeskActionClient;
import id.pintu.portal.desk.DeskQueueClient;
import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.desk.DeskQueuePosition;
import id.pintu.portal.desk.DeskQueueResult;
import id.pintu.portal.desk.InstitutionRegistryClient;
import id.pintu.portal.desk.InstitutionSearchResult;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /meja}: what waits for the national desk, one complaint at a time, and what an officer does with it. */
@Controller
@RequestMapping(path = "/meja", produces = MediaType.TEXT_HTML_VALUE)
class DeskPageController {

    /** What an address may say became of the complaint before. */
    private static final Set<String> NOTICES =
            Set.of("teruskan", "teruskan-bersama", "arsip", "arsip-bersama", "putuskan", "terlambat", "selesai");

    private final DeskQueueClient queues;
    private final DeskActionClient actions;
    private final InstitutionRegistryClient registry;

    DeskPageController(
            DeskQueueClient queues, DeskActionClient actions, InstitutionRegistryClient registry) {
        this.queues = queues;
        this.actions = actions;
        this.registry = registry;
    }

    @GetMapping
    ModelAndView showDeskQueue(
            @CookieValue(name = DeskKeyCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskPageQueryParams params,
            Locale locale) {
        return showQueue(key, DeskQueueKind.DESK, params, locale);
    }

    @GetMapping("/wasit")
    ModelAndView showArbiterQueue(
            @CookieValue(name = DeskKeyCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskPageQueryParams params,
            Locale locale) {
        return showQueue(key, DeskQueueKind.ARBITER, params, locale);
    }

    @PostMapping("/teruskan")
    ModelAndView assign(
            @CookieValue(name = DeskKeyCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskActionForm form,
            Locale locale) {
        return submitAction(key, DeskQueueKind.DESK, form, form.assignRequest(), "teruskan", locale);
    }

    @PostMapping("/arsip")
    ModelAndView archive(
            @CookieValue(name = DeskKeyCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskActionForm form,
            Locale locale) {
        return submitAction(key, DeskQueueKind.DESK, form, form.archiveRequest(), "arsip", locale);
    }

    @PostMapping("/wasit/arsip")
    ModelAndView archiveDisputed(
            @CookieValue(name = DeskKeyCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskActionForm form,
            Locale locale) {
        return submitAction(key, DeskQueueKind.ARBITER, form, form.archiveRequest(), "arsip", locale);
    }

    @PostMapping("/wasit/putuskan")
    ModelAndView rule(
            @CookieValue(name = DeskKeyCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskActionForm form,
            Locale locale) {
        return submitAction(key, DeskQueueKind.ARBITER, form, form.rulingRequest(), "putuskan", locale);
    }

    /** Whoever asks again for the address under which a form was answered. */
    @GetMapping({"/teruskan", "/arsip", "/wasit/arsip", "/wasit/putuskan"})
    ModelAndView redirectToDesk(Locale locale) {
        return DeskPageQueryParams.empty().redirect(DeskQueueKind.DESK, locale);
    }

    private ModelAndView showQueue(String key, DeskQueueKind queue, DeskPageQueryParams params, Locale locale) {
        String notice = NOTICES.contains(params.notice()) ? params.notice() : "";
        String name = notice.isEmpty() || params.institutionCode().isEmpty() ? "" : nameOf(params.institutionCode());
        return renderPage(key, queue, DeskPageFeedback.of(params, notice, name), locale);
    }

    private ModelAndView submitAction(
            String key,
            DeskQueueKind queue,
            DeskActionForm form,
            DeskActionRequest action,
            String notice,
            Locale locale) {
        DeskActionResult result = DeskAccessKey.of(key)
                .map(accessKey -> actions.submit(accessKey, form.target(), action, form.submission()))
                .orElseGet(DeskActionResult.Unauthorized::new);
        return switch (result) {
            case DeskActionResult.Accepted accepted ->
                afterAccepted(form, notice, accepted.complaintCount()).redirect(queue, locale);
            case DeskActionResult.NoLongerWaiting noLongerWaiting ->
                DeskPageQueryParams.afterAction(form, "terlambat", "", "").redirect(queue, locale);
            case DeskActionResult.InvalidActionFields invalid ->
                renderPage(key, queue, DeskPageFeedback.invalidFields(form, invalid.fields()), locale);
            case DeskActionResult.Unauthorized rejected ->
                DeskSignInController.signInPage(HttpStatus.FORBIDDEN, "ended");
            case DeskActionResult.Unavailable unavailable ->
                renderPage(key, queue, DeskPageFeedback.unavailable(form), locale);
        };
    }

    private ModelAndView renderPage(String key, DeskQueueKind queue, DeskPageFeedback feedback, Locale locale) {
        Optional<DeskAccessKey> accessKey = DeskAccessKey.of(key);
        if (accessKey.isEmpty()) {
            return DeskSignInController.signInPage(HttpStatus.OK, "");
        }
        String after = feedback.form().after();
        return switch (queues.fetchQueueHead(
                accessKey.get(), queue, new DeskQueuePosition(after, feedback.form().without()))) {
            case DeskQueueResult.QueueHead head ->
                withSearchResults(DeskPageModel.of(queue, after, head, this::nameOf, locale), feedback);
            case DeskQueueResult.KeyRejected rejected -> DeskSignInController.signInPage(HttpStatus.FORBIDDEN, "ended");
            case DeskQueueResult.Unreachable unreachable ->
                withSearchResults(
                        DeskPageModel.unavailable(queue, after), DeskPageFeedback.unreachable(feedback.form()));
        };
    }

    private ModelAndView withSearchResults(DeskPageModel page, DeskPageFeedback feedback) {
        DeskPageFeedback shownFeedback = feedback.forShownComplaint(page);
        return shownFeedback.modelAndView(
                page,
                shownFeedback.searchText().isEmpty()
                        ? InstitutionSearchResult.NONE
                        : registry.searchByName(shownFeedback.searchText()));
    }

    private static DeskPageQueryParams afterAccepted(DeskActionForm form, String notice, int complaints) {
        if (complaints == 0) {
            // Another officer was quicker, or this one pressed twice: nobody can tell, and both are well.
            return DeskPageQueryParams.afterAction(form, "selesai", "", "");
        }
        return complaints == 1
                ? DeskPageQueryParams.afterAction(form, notice, form.institution(), "")
                : DeskPageQueryParams.afterAction(
                        form, notice + "-bersama", form.institution(), String.valueOf(complaints - 1));
    }

    private String nameOf(String code) {
        return registry.nameOf(code).orElse(code);
    }
}
