package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.InstitutionSearchResult;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the desk's page says beside what waits.
 *
 * @param form what was typed, and which complaint it was typed for
 * @param notice key of a message; may be empty
 * @param institutionName of the institution the notice speaks of; may be empty
 * @param otherCount how many of its incident went the same way, in digits; may be empty
 * @param errors fields of the form that have to be changed
 * @param searchText of the name of an institution that is searched; may be empty
 */
record DeskPageFeedback(
        DeskActionForm form,
        HttpStatus status,
        String notice,
        String institutionName,
        String otherCount,
        Set<String> errors,
        String searchText) {

    static DeskPageFeedback of(DeskPageQueryParams params, String notice, String institutionName) {
        return new DeskPageFeedback(
                DeskActionForm.empty(params),
                HttpStatus.OK,
                notice,
                institutionName,
                params.otherCount(),
                Set.of(),
                params.searchText());
    }

    static DeskPageFeedback invalidFields(DeskActionForm form, Set<String> fields) {
        return new DeskPageFeedback(form, HttpStatus.BAD_REQUEST, "malformed", "", "", fields, "");
    }

    static DeskPageFeedback unavailable(DeskActionForm form) {
        return new DeskPageFeedback(form, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "", "", Set.of(), "");
    }

    static DeskPageFeedback unreachable(DeskActionForm form) {
        return new DeskPageFeedback(form, HttpStatus.SERVICE_UNAVAILABLE, "unreachable", "", "", Set.of(), "");
    }

    /** What was typed for one complaint must not stand beside another's buttons. */
    DeskPageFeedback forShownComplaint(DeskPageModel page) {
        return form.number().isEmpty() || page.shows(form.number()) || notice.equals("unreachable")
                ? this
                : of(DeskPageQueryParams.of(form), "terlambat", "");
    }

    ModelAndView modelAndView(DeskPageModel page, InstitutionSearchResult matches) {
        return new ModelAndView("desk", Map.of("page", page, "feedback", this, "matches", matches), status);
    }
}
