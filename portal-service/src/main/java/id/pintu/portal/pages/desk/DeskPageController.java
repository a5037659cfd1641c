package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.AccountNamesClient;
import id.pintu.portal.desk.DeskActionClient;
import id.pintu.portal.desk.DeskActionRequest;
import id.pintu.portal.desk.DeskActionResult;
import id.pintu.portal.desk.DeskQueueClient;
import id.pintu.portal.desk.DeskQueueResult;
import id.pintu.portal.desk.InstitutionRegistryClient;
import id.pintu.portal.desk.InstitutionSearchResult;
import id.pintu.portal.pages.desk.DeskPageFeedback.DisplayedNotice;
import id.pintu.portal.pages.desk.DeskPageQueryParams.InstitutionSearchParams;
import id.pintu.portal.pages.desk.DeskPageQueryParams.OutcomeParams;
import id.pintu.portal.pages.desk.DeskPageQueryParams.PositionParams;
import id.pintu.support.audit.RecordedElsewhere;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the national desk's page: shows the first complaint of a queue, and submits what the officer decides.
 * {@code /meja} is the queue of undecided complaints, {@code /meja/wasit} the arbiter's.
 */
@RecordedElsewhere("routing-service, which it calls for each act")
@Controller
@RequestMapping(path = "/meja", produces = MediaType.TEXT_HTML_VALUE)
class DeskPageController {

    private final DeskQueueClient queues;
    private final DeskActionClient actions;
    private final InstitutionRegistryClient registry;
    private final AccountNamesClient people;

    DeskPageController(
            DeskQueueClient queues,
            DeskActionClient actions,
            InstitutionRegistryClient registry,
            AccountNamesClient people) {
        this.queues = queues;
        this.actions = actions;
        this.registry = registry;
        this.people = people;
    }

    @GetMapping({"", "/wasit"})
    ModelAndView showQueue(
            DeskPageRequest request,
            @ModelAttribute PositionParams position,
            @ModelAttribute InstitutionSearchParams search,
            @ModelAttribute OutcomeParams outcome) {
        return renderPage(
                request,
                DeskPageFeedback.of(
                        DeskActionTargetForm.of(position.position(), search), displayedNotice(outcome), search.text()));
    }

    @PostMapping("/teruskan")
    ModelAndView assign(
            DeskPageRequest request, @ModelAttribute DeskActionTargetForm target, @ModelAttribute DeskActionForm form) {
        return submitAction(request, target, form, form.assignRequest(target), DeskNotice.ASSIGNED);
    }

    @PostMapping({"/arsip", "/wasit/arsip"})
    ModelAndView archive(
            DeskPageRequest request, @ModelAttribute DeskActionTargetForm target, @ModelAttribute DeskActionForm form) {
        return submitAction(request, target, form, form.archiveRequest(), DeskNotice.ARCHIVED);
    }

    @PostMapping("/wasit/putuskan")
    ModelAndView rule(
            DeskPageRequest request, @ModelAttribute DeskActionTargetForm target, @ModelAttribute DeskActionForm form) {
        return submitAction(request, target, form, form.rulingRequest(), DeskNotice.RULED);
    }

    private DisplayedNotice displayedNotice(OutcomeParams outcome) {
        boolean named =
                outcome.notice().isPresent() && !outcome.institutionCode().isEmpty();
        return new DisplayedNotice(
                outcome.notice(), named ? nameOf(outcome.institutionCode()) : "", outcome.otherCount());
    }

    private ModelAndView submitAction(
            DeskPageRequest request,
            DeskActionTargetForm target,
            DeskActionForm form,
            DeskActionRequest action,
            DeskNotice done) {
        return switch (actions.submit(request.token(), target.target(), action, target.submission())) {
            case DeskActionResult.Accepted(int complaints) ->
                redirectToNext(
                        request,
                        target,
                        complaints == 0
                                ? OutcomeParams.of(DeskNotice.ALREADY_DECIDED)
                                : OutcomeParams.of(done.forComplaints(complaints), form.institution(), complaints));
            case DeskActionResult.NoLongerWaiting noLongerWaiting ->
                redirectToNext(request, target, OutcomeParams.of(DeskNotice.DECIDED_BY_ANOTHER));
            case DeskActionResult.InvalidActionFields(Set<String> fields) ->
                renderPage(request, DeskPageFeedback.failed(target, form, DeskNotice.INVALID_FIELDS, fields));
            case DeskActionResult.SignInEnded ended -> signInAgain();
            case DeskActionResult.NotPermitted refused -> notPermitted();
            case DeskActionResult.Unavailable unavailable ->
                renderPage(request, DeskPageFeedback.failed(target, form, DeskNotice.ACTION_UNCERTAIN, Set.of()));
        };
    }

    private static ModelAndView redirectToNext(
            DeskPageRequest request, DeskActionTargetForm target, OutcomeParams outcome) {
        return new DeskPageAddress(request.queue(), target.next(), outcome).redirect(request.locale());
    }

    private ModelAndView renderPage(DeskPageRequest request, DeskPageFeedback feedback) {
        return switch (queues.fetchQueueHead(
                request.token(), request.queue(), feedback.target().shownFrom())) {
            case DeskQueueResult.QueueHead head -> {
                DeskPageModel page = DeskPageModel.of(
                        request, feedback.target().after(), head, this::nameOf, peopleOf(request, head));
                yield withSearchResults(page, feedback.forShownComplaint(page));
            }
            case DeskQueueResult.SignInEnded ended -> signInAgain();
            case DeskQueueResult.NotPermitted refused -> notPermitted();
            case DeskQueueResult.Unreachable unreachable ->
                feedback.unreachable()
                        .modelAndView(
                                DeskPageModel.unavailable(
                                        request.queue(), feedback.target().after()),
                                InstitutionSearchResult.NONE);
        };
    }

    /** Names of those who decided about the shown complaint before. */
    private Map<String, String> peopleOf(DeskPageRequest request, DeskQueueResult.QueueHead head) {
        Set<String> ids = head.first().stream()
                .flatMap(entry -> entry.decisions().stream())
                .map(decision -> decision.account())
                .collect(Collectors.toSet());
        return people.namesOf(request.token(), ids);
    }

    private static ModelAndView signInAgain() {
        return new ModelAndView("forward:" + DeskPageAddress.SIGN_IN_PAGE);
    }

    private static ModelAndView notPermitted() {
        return new ModelAndView("forward:" + DeskPageAddress.NOT_PERMITTED_PAGE);
    }

    private ModelAndView withSearchResults(DeskPageModel page, DeskPageFeedback feedback) {
        return feedback.modelAndView(
                page,
                feedback.searchText().isEmpty()
                        ? InstitutionSearchResult.NONE
                        : registry.searchByName(feedback.searchText()));
    }

    private String nameOf(String code) {
        return registry.nameOf(code).orElse(code);
    }
}
