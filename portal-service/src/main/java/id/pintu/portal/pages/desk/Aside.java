package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.Institutions;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the desk's page says beside what waits.
 *
 * @param form what was typed, and which complaint it was typed for
 * @param notice key of a message; may be empty
 * @param name of the institution the notice speaks of; may be empty
 * @param others how many of its incident went the same way, in digits; may be empty
 * @param errors fields of the form that have to be changed
 * @param part of the name of an institution that is searched; may be empty
 */
record Aside(
        DeskForm form, HttpStatus status, String notice, String name, String others, Set<String> errors, String part) {

    static Aside of(DeskAddress address, String notice, String name) {
        return new Aside(
                DeskForm.blank(address), HttpStatus.OK, notice, name, address.others(), Set.of(), address.part());
    }

    static Aside malformed(DeskForm form, Set<String> fields) {
        return new Aside(form, HttpStatus.BAD_REQUEST, "malformed", "", "", fields, "");
    }

    static Aside unavailable(DeskForm form) {
        return new Aside(form, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "", "", Set.of(), "");
    }

    static Aside unreachable(DeskForm form) {
        return new Aside(form, HttpStatus.SERVICE_UNAVAILABLE, "unreachable", "", "", Set.of(), "");
    }

    /** What was typed for one complaint must not stand beside another's buttons. */
    Aside fitting(DeskPage page) {
        return form.number().isEmpty() || page.shows(form.number()) || notice.equals("unreachable")
                ? this
                : of(DeskAddress.of(form), "terlambat", "");
    }

    ModelAndView on(DeskPage page, Institutions matches) {
        return new ModelAndView("desk", Map.of("page", page, "aside", this, "matches", matches), status);
    }
}
