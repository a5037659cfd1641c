package id.pintu.portal.pages;

import id.pintu.portal.intake.IntakeClient;
import id.pintu.portal.intake.ReportFilingResult;
import id.pintu.portal.intake.WebReportForm;
import id.pintu.portal.pages.attachments.ReportFileUploader;
import id.pintu.portal.pages.attachments.ReportFileUploader.ReportFiles;
import id.pintu.portal.pages.reporter.ReceiptPageController;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.regions.RegionCatalog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** MVC controller of the report form: {@code /} shows it, {@code POST /lapor} files the report. */
@Controller
class ReportPageController {

    /** Fields that show their error on the page, in its order. */
    private static final List<String> FIELDS = List.of(
            "text",
            "attachments",
            "place.description",
            "place.regionCode",
            "title",
            "kind",
            "category",
            "occurredOn",
            "wishedInstitution",
            "contact.name",
            "contact.email",
            "contact.phone");

    private final IntakeClient intake;
    private final ReportFileUploader uploader;
    private final CategoryCatalog categories;
    private final RegionCatalog regions;
    private final ReceiptPageController receipts;

    ReportPageController(
            IntakeClient intake,
            ReportFileUploader uploader,
            CategoryCatalog categories,
            RegionCatalog regions,
            ReceiptPageController receipts) {
        this.intake = intake;
        this.uploader = uploader;
        this.categories = categories;
        this.regions = regions;
        this.receipts = receipts;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView emptyForm(HttpServletResponse response) {
        receipts.tryCookies(response);
        return page(SubmissionToken.generate(), Optional.empty(), Set.of(), ReportFiles.NONE);
    }

    /**
     * Answers with the address of the receipt, which reads the key from the reporter's cookie; where the browser takes no cookies,
     * with the receipt itself.
     */
    @PostMapping(path = "/lapor", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView fileReport(
            @ModelAttribute("form") WebReportForm form,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> chosen,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = SubmissionToken.validOrNew(submission);
        ReportFiles files = uploader.upload(fields.get("kept"), chosen);
        if (!files.refused().isEmpty()) {
            return page(token, Optional.of(ReportFormNotice.INVALID_FIELDS), Set.of("attachments"), files);
        }
        return switch (intake.fileReport(form.withAttachments(files.ids()), token)) {
            case ReportFilingResult.Accepted receipt -> receipts.show(receipt, locale, request, response);
            case ReportFilingResult.InvalidReportFields(Set<String> invalid) ->
                page(
                        token,
                        Optional.of(
                                Set.copyOf(FIELDS).containsAll(invalid)
                                        ? ReportFormNotice.INVALID_FIELDS
                                        : ReportFormNotice.INVALID_ELSEWHERE),
                        invalid,
                        files);
            case ReportFilingResult.AlreadyFiled filed ->
                page(SubmissionToken.generate(), Optional.of(ReportFormNotice.ALREADY_FILED), Set.of(), files);
            case ReportFilingResult.TooManyRequests(Optional<Duration> retryAfter) -> {
                RetryAfterHeader.set(response, retryAfter);
                yield page(token, Optional.of(ReportFormNotice.tooMany(retryAfter)), Set.of(), files);
            }
            case ReportFilingResult.Unavailable unavailable ->
                page(token, Optional.of(ReportFormNotice.UNAVAILABLE), Set.of(), files);
        };
    }

    /** The form; what was typed into it is in the model already. */
    private ModelAndView page(
            String submission, Optional<ReportFormNotice> notice, Set<String> errors, ReportFiles files) {
        Map<String, Object> model = Map.of(
                "submission",
                submission,
                "notice",
                notice,
                "errors",
                FIELDS.stream().filter(errors::contains).toList(),
                "categories",
                categories.names(),
                "regions",
                regions,
                "files",
                files);
        return new ModelAndView(
                "home", model, notice.map(ReportFormNotice::status).orElse(HttpStatus.OK));
    }
}
