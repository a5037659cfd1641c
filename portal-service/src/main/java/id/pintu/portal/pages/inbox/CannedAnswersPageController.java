package id.pintu.portal.pages.inbox;

import id.pintu.portal.desk.InstitutionRegistryClient;
import id.pintu.portal.institution.InboxAccess;
import id.pintu.portal.institution.OwnCannedAnswer;
import id.pintu.portal.institution.OwnCannedAnswerIndex;
import id.pintu.portal.pages.SubmissionToken;
import id.pintu.portal.pages.signin.SignedInOfficer;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the page with the canned answers that an institution keeps: its officers read them, its liaison officers
 * and admins add, change and delete them. An answer that was deleted can be put back from the page that says so.
 */
@Controller
@RequestMapping(path = InboxPageAddress.ROOT + "/{code}/jawaban-baku", produces = MediaType.TEXT_HTML_VALUE)
class CannedAnswersPageController {

    private static final Set<String> NEWS = Set.of("disimpan", "dikembalikan");

    private final OwnCannedAnswerIndex answers;
    private final InboxAccess access;
    private final InstitutionRegistryClient registry;
    private final InstantSource clock;

    CannedAnswersPageController(
            OwnCannedAnswerIndex answers, InboxAccess access, InstitutionRegistryClient registry, InstantSource clock) {
        this.answers = answers;
        this.access = access;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * What came of a form.
     *
     * @param typed what was typed into a form that was not accepted; its id is that of the answer, or a new one
     * @param errors names of its invalid fields
     * @param deleted the answer that was just deleted
     * @param notice last part of the key of the message at the top; may be empty
     */
    record AnswerFeedback(
            Optional<AnswerForm> typed,
            Set<String> errors,
            Optional<OwnCannedAnswer> deleted,
            String notice,
            HttpStatus status) {

        private static AnswerFeedback none(String notice) {
            return new AnswerFeedback(Optional.empty(), Set.of(), Optional.empty(), notice, HttpStatus.OK);
        }

        private static AnswerFeedback again(AnswerForm typed, Set<String> errors, String notice, HttpStatus status) {
            return new AnswerFeedback(Optional.of(typed), errors, Optional.empty(), notice, status);
        }

        /** What was typed about the answer with this id. */
        public Optional<AnswerForm> of(String id) {
            return typed.filter(form -> form.id().equals(id));
        }

        /** Names of the invalid fields of its form. */
        public Set<String> errorsOf(String id) {
            return of(id).isPresent() ? errors : Set.of();
        }
    }

    /**
     * Form of one answer.
     *
     * @param version when it was changed last, as the page showed it; empty for a new one
     */
    record AnswerForm(String id, String title, String text, String version) {

        private static AnswerForm of(Map<String, String> fields) {
            return new AnswerForm(
                    SubmissionToken.validOrNew(fields.getOrDefault("id", "")),
                    fields.getOrDefault("judul", "").strip(),
                    fields.getOrDefault("isi", "").strip(),
                    fields.getOrDefault("versi", ""));
        }

        private Set<String> errors() {
            Set<String> errors = new HashSet<>();
            if (title.isEmpty() || title.length() > OwnCannedAnswer.MAX_TITLE) {
                errors.add("judul");
            }
            if (text.isEmpty() || text.length() > OwnCannedAnswer.MAX_TEXT) {
                errors.add("isi");
            }
            return errors;
        }
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(name = "kabar", defaultValue = "") String news,
            SignedInOfficer officer) {
        return access.mayReadAnswers(officer.account(), code)
                ? page(code, officer, AnswerFeedback.none(NEWS.contains(news) ? news : ""))
                : InboxPageController.notPermitted();
    }

    /** A browser asks for it when the response of a form is reloaded. */
    @GetMapping("/hapus")
    ModelAndView reload(@PathVariable String code, SignedInOfficer officer) {
        return redirect(code, officer, "");
    }

    /** Adds an answer, changes one, or puts back one that was deleted. */
    @PostMapping
    ModelAndView save(@PathVariable String code, @RequestParam Map<String, String> fields, SignedInOfficer officer) {
        if (!access.mayChangeAnswers(officer.account(), code)) {
            return InboxPageController.notPermitted();
        }
        AnswerForm form = AnswerForm.of(fields);
        if (!form.errors().isEmpty()) {
            return page(code, officer, AnswerFeedback.again(form, form.errors(), "malformed", HttpStatus.BAD_REQUEST));
        }
        Optional<OwnCannedAnswer> stored = answers.find(code, form.id());
        if (stored.filter(answer ->
                        !isSame(answer, form) && !answer.changedAt().toString().equals(form.version()))
                .isPresent()) {
            return page(code, officer, AnswerFeedback.again(form, Set.of(), "changed", HttpStatus.CONFLICT));
        }
        OwnCannedAnswer answer = new OwnCannedAnswer(form.id(), form.title(), form.text(), clock.instant());
        if (!answers.save(code, answer)) {
            return page(code, officer, AnswerFeedback.again(form, Set.of(), "full", HttpStatus.CONFLICT));
        }
        return redirect(code, officer, fields.containsKey("kembalikan") ? "dikembalikan" : "disimpan");
    }

    private static boolean isSame(OwnCannedAnswer answer, AnswerForm form) {
        return answer.title().equals(form.title()) && answer.text().equals(form.text());
    }

    /** Deletes one, and shows the page with a form that puts it back. */
    @PostMapping("/hapus")
    ModelAndView delete(@PathVariable String code, @RequestParam("id") String id, SignedInOfficer officer) {
        if (!access.mayChangeAnswers(officer.account(), code)) {
            return InboxPageController.notPermitted();
        }
        Optional<OwnCannedAnswer> deleted = answers.find(code, id);
        answers.remove(code, id);
        return page(code, officer, new AnswerFeedback(Optional.empty(), Set.of(), deleted, "dihapus", HttpStatus.OK));
    }

    private static ModelAndView redirect(String code, SignedInOfficer officer, String news) {
        return InboxRedirect.to(InboxPageAddress.of(code, "", "", "", "").answersUrl(news, officer.locale()));
    }

    private ModelAndView page(String code, SignedInOfficer officer, AnswerFeedback feedback) {
        List<OwnCannedAnswer> own = answers.of(code);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("code", code);
        model.put("name", registry.nameOf(code).orElse(code));
        model.put("answers", own);
        model.put("bundled", CannedAnswer.values());
        model.put("feedback", feedback);
        model.put("added", added(own, feedback));
        model.put("mayChange", access.mayChangeAnswers(officer.account(), code));
        model.put("hasInbox", access.inbox(officer.account(), code).isPresent());
        return new ModelAndView("canned-answers", model, feedback.status());
    }

    /** The form of a new answer: what was typed into it, or an empty one. */
    private static AnswerForm added(List<OwnCannedAnswer> own, AnswerFeedback feedback) {
        return feedback.typed()
                .filter(form -> own.stream().noneMatch(answer -> answer.id().equals(form.id())))
                .orElseGet(() -> new AnswerForm(SubmissionToken.generate(), "", "", ""));
    }
}
