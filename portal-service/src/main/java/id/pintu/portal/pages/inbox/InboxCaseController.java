package id.pintu.portal.pages.inbox;

import id.pintu.events.ComplaintId;
import id.pintu.portal.desk.InstitutionRegistryClient;
import id.pintu.portal.institution.AgencyActResult;
import id.pintu.portal.institution.AgencyComplaint;
import id.pintu.portal.institution.AgencyComplaintClient;
import id.pintu.portal.institution.AgencyComplaintClient.AgencyActRequest;
import id.pintu.portal.institution.AgencyComplaintResult;
import id.pintu.portal.institution.InboxAccess;
import id.pintu.portal.institution.InboxQueryService;
import id.pintu.portal.institution.InboxScope;
import id.pintu.portal.institution.OfficerAct;
import id.pintu.portal.institution.OwnCannedAnswer;
import id.pintu.portal.institution.OwnCannedAnswerIndex;
import id.pintu.portal.mongo.InboxRepository.InboxItem;
import id.pintu.portal.pages.desk.DeskPageAddress;
import id.pintu.portal.pages.inbox.CaseViewFactory.CaseSource;
import id.pintu.portal.pages.signin.SignedInOfficer;
import id.pintu.support.audit.RecordedElsewhere;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** MVC controller of one complaint of an inbox: shows it, and submits what the officer does. */
@RecordedElsewhere("routing-service, which it calls for each look and each act")
@Controller
@RequestMapping(path = InboxPageAddress.ROOT + "/{code}/{number}", produces = MediaType.TEXT_HTML_VALUE)
class InboxCaseController {

    /** Before the id of an answer of the institution's own, among those to begin with. */
    private static final String OWN = "sendiri:";

    private final InboxQueryService inbox;
    private final InboxAccess access;
    private final AgencyComplaintClient complaints;
    private final InstitutionRegistryClient registry;
    private final CaseChoiceReader choices;
    private final CaseViewFactory views;
    private final OwnCannedAnswerIndex answers;
    private final InstantSource clock;

    InboxCaseController(
            InboxQueryService inbox,
            InboxAccess access,
            AgencyComplaintClient complaints,
            InstitutionRegistryClient registry,
            CaseChoiceReader choices,
            CaseViewFactory views,
            OwnCannedAnswerIndex answers,
            InstantSource clock) {
        this.inbox = inbox;
        this.access = access;
        this.complaints = complaints;
        this.registry = registry;
        this.choices = choices;
        this.views = views;
        this.answers = answers;
        this.clock = clock;
    }

    /** One request about one complaint: by whom, about which, and from which list. */
    private record CaseRequest(
            SignedInOfficer officer, InboxScope scope, InboxPageAddress address, ComplaintId complaint) {

        private Locale locale() {
            return officer.locale();
        }

        private ModelAndView redirect(String news) {
            return InboxRedirect.to(address.caseUrl(complaint.value(), news, locale()));
        }
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String code,
            @PathVariable String number,
            @RequestParam(name = "daftar", defaultValue = "") String list,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @RequestParam(name = "kabar", defaultValue = "") String news,
            SignedInOfficer officer) {
        return access.inbox(officer.account(), code)
                .map(scope -> render(
                        new CaseRequest(officer, scope, address(code, list, unit, scope), parse(number)),
                        CaseFeedback.none(isNews(news) ? news : "")))
                .orElseGet(InboxPageController::notPermitted);
    }

    /** A browser asks for it when the response of a form is reloaded. */
    @GetMapping("/{word}")
    ModelAndView reload(@PathVariable String code, @PathVariable String number, Locale locale) {
        return InboxRedirect.to(
                InboxPageAddress.of(code, "", "", "", "").caseUrl(parse(number).value(), locale));
    }

    private static InboxPageAddress address(String code, String list, String unit, InboxScope scope) {
        InboxPageAddress typed = InboxPageAddress.of(code, list, unit, "", "");
        return typed.withUnit(scope.unitFor(typed.unitName()).orElse(""));
    }

    private static boolean isNews(String word) {
        return OfficerAct.ofWord(word).isPresent()
                || Set.of("diurungkan", "terlanjur").contains(word);
    }

    private static ComplaintId parse(String number) {
        return ComplaintId.tryParse(number).orElseThrow(InboxCaseController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /**
     * Submits an act. With a button of the form named {@code siapkan} or {@code cari} nothing is done yet: the form comes back with
     * a canned answer, or with institutions whose name has the searched text.
     */
    @PostMapping("/{word}")
    ModelAndView submit(
            @PathVariable String code,
            @PathVariable String number,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> fields,
            SignedInOfficer officer) {
        Map<String, String> typed = fields.toSingleValueMap();
        Optional<InboxScope> scope = access.inbox(officer.account(), code);
        if (scope.isEmpty()) {
            return InboxPageController.notPermitted();
        }
        CaseRequest request = new CaseRequest(
                officer,
                scope.get(),
                address(code, typed.getOrDefault("daftar", ""), typed.getOrDefault("unit-daftar", ""), scope.get()),
                parse(number));
        if (word.equals("urungkan")) {
            boolean undone = complaints.undo(
                    officer.token(), code, request.complaint().value(), typed.getOrDefault("command", ""));
            return request.redirect(undone ? "diurungkan" : "terlanjur");
        }
        OfficerAct act = OfficerAct.ofWord(word).orElseThrow(InboxCaseController::notFound);
        if (typed.containsKey("siapkan")) {
            return render(request, CaseFeedback.again(act, withCannedAnswer(request, typed), "", HttpStatus.OK));
        }
        if (typed.containsKey("cari")) {
            return render(
                    request,
                    CaseFeedback.again(act, typed, "", HttpStatus.OK)
                            .withMatches(registry.searchByName(
                                    typed.getOrDefault("nama", "").strip())));
        }
        if (act == OfficerAct.RESOLVE && CannedAnswer.isUnfinished(typed.getOrDefault("answer", ""))) {
            return render(
                    request,
                    CaseFeedback.again(act, typed, "malformed", HttpStatus.BAD_REQUEST)
                            .withErrors(Set.of("placeholder")));
        }
        return answer(request, act, typed, complaints.submit(officer.token(), actRequest(request, act, fields)));
    }

    private static AgencyActRequest actRequest(
            CaseRequest request, OfficerAct act, MultiValueMap<String, String> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : act.fields()) {
            Optional.ofNullable(fields.getFirst(field))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> body.put(field, value));
        }
        List<String> also = fields.getOrDefault("also", List.of());
        if (act == OfficerAct.RESOLVE && !also.isEmpty()) {
            body.put("also", also);
        }
        String version = Optional.ofNullable(fields.getFirst("version")).orElse("");
        String submission = Optional.ofNullable(fields.getFirst("submission")).orElse("");
        return new AgencyActRequest(
                request.address().code(),
                request.complaint().value(),
                act,
                body,
                version.matches("\\d{1,9}") ? Optional.of(Long.valueOf(version)) : Optional.empty(),
                submission);
    }

    private ModelAndView answer(
            CaseRequest request, OfficerAct act, Map<String, String> typed, AgencyActResult result) {
        return switch (result) {
            case AgencyActResult.Done done -> request.redirect(act.word());
            case AgencyActResult.WillBeDone later -> request.redirect(act.word());
            case AgencyActResult.InvalidFields(Set<String> fields) ->
                render(
                        request,
                        CaseFeedback.again(act, typed, "malformed", HttpStatus.BAD_REQUEST)
                                .withErrors(fields));
            case AgencyActResult.Refused(String code, Optional<String> suggested)
            when code.equals("closure-points-elsewhere") -> offeredAsReturn(request, typed, suggested);
            case AgencyActResult.Refused refused -> changed(request, act, typed, "refused");
            case AgencyActResult.ChangedMeanwhile changed -> changed(request, act, typed, "changed");
            case AgencyActResult.NotHere gone -> render(request, CaseFeedback.none(""));
            case AgencyActResult.SignInEnded ended -> throw signInEnded();
            case AgencyActResult.NotPermitted refused -> InboxPageController.notPermitted();
            case AgencyActResult.Unavailable unavailable ->
                render(request, CaseFeedback.again(act, typed, "unavailable", HttpStatus.SERVICE_UNAVAILABLE));
        };
    }

    /** An answer that only sends the reporter elsewhere is what a return is for. */
    private ModelAndView offeredAsReturn(CaseRequest request, Map<String, String> typed, Optional<String> suggested) {
        Map<String, String> form = new LinkedHashMap<>(typed);
        form.put("reason", typed.getOrDefault("answer", ""));
        suggested.ifPresent(code -> form.put("suggested", code));
        return render(request, CaseFeedback.again(OfficerAct.RETURN, form, "elsewhere", HttpStatus.CONFLICT));
    }

    /** Another officer, or the reporter, was quicker: the page as it is now, with what was typed and what is new. */
    private ModelAndView changed(CaseRequest request, OfficerAct act, Map<String, String> typed, String notice) {
        String shown = typed.getOrDefault("shown", "");
        List<String> news = shown.matches("\\d{1,9}")
                ? inbox.find(request.scope(), request.complaint())
                        .map(item -> views.newsSince(item, Integer.parseInt(shown), request.locale()))
                        .orElse(List.of())
                : List.of();
        return render(
                request,
                CaseFeedback.again(act, typed, notice, HttpStatus.CONFLICT).withNews(news));
    }

    private Map<String, String> withCannedAnswer(CaseRequest request, Map<String, String> typed) {
        Map<String, String> form = new LinkedHashMap<>(typed);
        LocalDate today =
                clock.instant().atZone(inbox.zoneOf(request.address().code())).toLocalDate();
        cannedText(request, typed.getOrDefault("contoh", ""))
                .ifPresent(text -> form.put(
                        "answer",
                        CannedAnswer.filled(
                                text,
                                Map.of(
                                        "nomor",
                                        request.complaint().value(),
                                        "instansi",
                                        registry.nameOf(request.address().code())
                                                .orElse(request.address().code()),
                                        "unit",
                                        inbox.find(request.scope(), request.complaint())
                                                .flatMap(item -> item.entry().assignment())
                                                .flatMap(assignment -> assignment.unit())
                                                .orElse(""),
                                        "tanggal",
                                        DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("id"))
                                                .format(today)))));
        return form;
    }

    /** Text of one of the institution's own answers, or of those of every institution. */
    private Optional<String> cannedText(CaseRequest request, String key) {
        return key.startsWith(OWN)
                ? answers.find(request.address().code(), key.substring(OWN.length()))
                        .map(OwnCannedAnswer::text)
                : CannedAnswer.ofKey(key).map(CannedAnswer::text);
    }

    private ModelAndView render(CaseRequest request, CaseFeedback feedback) {
        AgencyComplaintResult result = complaints.show(
                request.officer().token(),
                request.address().code(),
                request.complaint().value());
        return switch (result) {
            case AgencyComplaintResult.Shown(AgencyComplaint complaint) ->
                inbox.find(request.scope(), request.complaint())
                        .map(item -> page(request, item, complaint, feedback))
                        .orElseGet(() -> gone(request, HttpStatus.NOT_FOUND, "gone"));
            case AgencyComplaintResult.NotHere notHere -> gone(request, HttpStatus.NOT_FOUND, "gone");
            case AgencyComplaintResult.SignInEnded ended -> throw signInEnded();
            case AgencyComplaintResult.NotPermitted refused -> InboxPageController.notPermitted();
            case AgencyComplaintResult.Unreachable unreachable ->
                gone(request, HttpStatus.SERVICE_UNAVAILABLE, "unreachable");
        };
    }

    private ModelAndView page(CaseRequest request, InboxItem item, AgencyComplaint complaint, CaseFeedback feedback) {
        CaseSource source = new CaseSource(item, complaint, request.scope(), request.address(), request.officer());
        Map<String, Object> model = new LinkedHashMap<>();
        List<OfficerAct> acts = views.acts(source);
        DisplayedCase page = views.of(source, choices.of(source, acts), acts);
        model.put("page", page);
        model.put("feedback", feedback);
        model.put("address", request.address());
        model.put("account", request.scope().account());
        model.put(
                "institution",
                item.entry().assignment().orElseThrow().institution().name());
        model.put("canned", CannedAnswer.values());
        model.put("ownAnswers", answers.of(request.address().code()));
        model.put(
                "mayChangeAnswers",
                access.mayChangeAnswers(
                        request.officer().account(), request.address().code()));
        if (feedback.act().isEmpty()) {
            page.refreshAfter()
                    .ifPresent(seconds -> model.put(
                            "refresh",
                            seconds + ";url="
                                    + request.address().caseUrl(item.id().value(), request.locale())));
        }
        return new ModelAndView("inbox-case", model, feedback.status());
    }

    /** The page when the complaint cannot be shown. */
    private static ModelAndView gone(CaseRequest request, HttpStatus status, String why) {
        return new ModelAndView(
                "inbox-gone",
                Map.of(
                        "why",
                        why,
                        "number",
                        request.complaint().value(),
                        "list",
                        request.address().url(request.locale()),
                        "here",
                        request.address().caseUrl(request.complaint().value(), request.locale())),
                status);
    }

    private static AuthenticationCredentialsNotFoundException signInEnded() {
        return new AuthenticationCredentialsNotFoundException(
                "the sign-in has ended; " + DeskPageAddress.SIGN_IN_PAGE + " asks for it");
    }
}
