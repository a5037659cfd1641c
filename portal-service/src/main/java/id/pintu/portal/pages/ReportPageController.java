package id.pintu.portal.pages;

import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReportFilingResult;
import id.pintu.portal.intake.WebReportForm;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.regions.RegionCatalog;
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
class ReportPageController {

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
    private final CategoryCatalog categories;
    private final RegionCatalog regions;

    ReportPageController(IntakeClient intake, CategoryCatalog categories, RegionCatalog regions) {
        this.intake = intake;
        this.categories = categories;
        this.regions = regions;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView emptyForm() {
        return form(HttpStatus.OK, WebReportForm.BLANK, SubmissionToken.generate());
    }

    /** The receipt is this answer itself: its key must stand in no address and no cookie. */
    @PostMapping(path = "/lapor", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView fileReport(@ModelAttribute WebReportForm form, @RequestParam(defaultValue = "") String submission) {
        String token = SubmissionToken.validOrNew(submission);
        return switch (intake.fileReport(form, token)) {
            case ReportFilingResult.Accepted receipt -> new ModelAndView("receipt", Map.of("receipt", receipt));
            case ReportFilingResult.InvalidReportFields invalid ->
                form(HttpStatus.BAD_REQUEST, form, token)
                        .addObject("errors", invalid.fields())
                        .addObject("notice", FIELDS.containsAll(invalid.fields()) ? "refused" : "refused.elsewhere");
            case ReportFilingResult.AlreadyFiled filed ->
                form(HttpStatus.CONFLICT, form, SubmissionToken.generate()).addObject("notice", "already-filed");
            case ReportFilingResult.Unavailable unavailable ->
                form(HttpStatus.SERVICE_UNAVAILABLE, form, token).addObject("notice", "unavailable");
        };
    }

    private ModelAndView form(HttpStatus status, WebReportForm form, String submission) {
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
