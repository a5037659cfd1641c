package id.pintu.portal.pages;

import id.pintu.house.categories.Categories;
import id.pintu.house.regions.Regions;
import id.pintu.portal.intake.Filing;
import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReportForm;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /}: the form of a report. {@code POST /lapor}: hands it in. */
@Controller
class ReportPages {

    /** Fields that have a place on the page for their error. */
    private static final Set<String> FIELDS = Set.of(
            "text",
            "kind",
            "title",
            "place.regionCode",
            "place.description",
            "wishedInstitution",
            "category",
            "occurredOn",
            "contact.name",
            "contact.email",
            "contact.phone");

    private final IntakeClient intake;
    private final Categories categories;
    private final Regions regions;

    ReportPages(IntakeClient intake, Categories categories, Regions regions) {
        this.intake = intake;
        this.categories = categories;
        this.regions = regions;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView blank() {
        return form(HttpStatus.OK, ReportForm.BLANK, Submission.fresh());
    }

    /** The receipt is this answer itself: its key must stand in no address and no cookie. */
    @PostMapping(path = "/lapor", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView file(@ModelAttribute ReportForm form, @RequestParam(defaultValue = "") String submission) {
        String same = Submission.of(submission);
        return switch (intake.file(form, same)) {
            case Filing.Accepted receipt -> new ModelAndView("receipt", Map.of("receipt", receipt));
            case Filing.Refused refused ->
                form(HttpStatus.BAD_REQUEST, form, same)
                        .addObject("errors", refused.fields())
                        .addObject("notice", FIELDS.containsAll(refused.fields()) ? "refused" : "refused.elsewhere");
            case Filing.AlreadyFiled filed ->
                form(HttpStatus.CONFLICT, form, Submission.fresh()).addObject("notice", "already-filed");
            case Filing.Unavailable unavailable ->
                form(HttpStatus.SERVICE_UNAVAILABLE, form, same).addObject("notice", "unavailable");
        };
    }

    private ModelAndView form(HttpStatus status, ReportForm form, String submission) {
        Map<String, Object> model = Map.of(
                "form",
                form,
                "submission",
                submission,
                "errors",
                Set.of(),
                "notice",
                "",
                "categories",
                categories.names(),
                "regions",
                regions);
        return new ModelAndView("home", model, status);
    }
}
