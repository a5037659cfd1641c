package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.InstitutionSearchResult;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * View of what the desk's page shows beside the complaint: a notice, and what was typed.
 *
 * @param target the complaint it was typed for
 * @param form what was typed
 * @param errors the invalid fields of the form
 * @param searchText part of the name of an institution to search for; empty without a search
 */
record DeskPageFeedback(
        DeskActionTargetForm target,
        DeskActionForm form,
        DisplayedNotice notice,
        Set<String> errors,
        String searchText) {

    /**
     * A notice with the arguments of its message.
     *
     * @param institutionName may be empty
     * @param otherCount in digits; may be empty
     */
    record DisplayedNotice(Optional<DeskNotice> kind, String institutionName, String otherCount) {

        static DisplayedNotice of(DeskNotice kind) {
            return new DisplayedNotice(Optional.of(kind), "", "");
        }
    }

    static DeskPageFeedback of(DeskActionTargetForm target, DisplayedNotice notice, String searchText) {
        return new DeskPageFeedback(target, DeskActionForm.EMPTY, notice, Set.of(), searchText);
    }

    /** Of an action that failed: with everything that was typed. */
    static DeskPageFeedback failed(
            DeskActionTargetForm target, DeskActionForm form, DeskNotice notice, Set<String> errors) {
        return new DeskPageFeedback(target, form, DisplayedNotice.of(notice), errors, "");
    }

    DeskPageFeedback unreachable() {
        return new DeskPageFeedback(target, form, DisplayedNotice.of(DeskNotice.QUEUE_UNREACHABLE), Set.of(), "");
    }

    /** What was typed for one complaint must not be shown with the buttons of another. */
    DeskPageFeedback forShownComplaint(DeskPageModel page) {
        return target.number().isEmpty() || page.shows(target.number())
                ? this
                : of(target.withoutComplaint(), DisplayedNotice.of(DeskNotice.DECIDED_BY_ANOTHER), "");
    }

    ModelAndView modelAndView(DeskPageModel page, InstitutionSearchResult matches) {
        return new ModelAndView(
                "desk",
                Map.of("page", page, "feedback", this, "matches", matches),
                notice.kind().map(DeskNotice::status).orElse(HttpStatus.OK));
    }
}
