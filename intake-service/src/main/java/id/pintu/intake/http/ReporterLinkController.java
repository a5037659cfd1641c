package id.pintu.intake.http;

import id.pintu.events.ComplaintId;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.contacts.ReporterLinkCodes;
import id.pintu.support.http.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** REST controller that tells the reporter key to whom has a link of a notice, so that nobody has to type it. */
@RestController
class ReporterLinkController {

    private final SubmissionService submissions;
    private final ReporterLinkCodes codes;
    private final InstantSource clock;

    ReporterLinkController(SubmissionService submissions, ReporterLinkCodes codes, InstantSource clock) {
        this.submissions = submissions;
        this.codes = codes;
        this.clock = clock;
    }

    /** Changes the code of a link into the reporter key: 403 when it is not the complaint's, or older than 180 days. */
    @PostMapping("/v1/reporter-links")
    ReporterLinkKey open(@Valid @RequestBody ReporterLinkForm form) {
        ComplaintId id = ComplaintId.tryParse(String.valueOf(form.number()))
                .orElseThrow(() -> ProblemException.ofField("number", "is not a tracking number"));
        if (!codes.isCodeOf(String.valueOf(form.code()), id, clock.instant())) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "wrong-link-code",
                    "Field 'code': it was not sent for this complaint, or its time is over.");
        }
        return new ReporterLinkKey(submissions.reporterKeyOfWhole(id));
    }

    /**
     * Request body.
     *
     * @param number tracking number
     * @param code from the link in the notice
     */
    record ReporterLinkForm(
            @NotBlank(message = "is required") @Nullable String number,
            @NotBlank(message = "is required") @Nullable String code) {}

    /**
     * Response body.
     *
     * @param reporterKey for the header {@code Reporter-Key}
     */
    record ReporterLinkKey(String reporterKey) {}
}
