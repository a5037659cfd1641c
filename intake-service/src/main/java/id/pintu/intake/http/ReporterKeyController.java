package id.pintu.intake.http;

import id.pintu.intake.submission.SubmissionService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller that checks a reporter key, for services that show a reporter more than the public. */
@RestController
class ReporterKeyController {

    private final SubmissionService submissions;

    ReporterKeyController(SubmissionService submissions) {
        this.submissions = submissions;
    }

    /** Checks the key in the header {@code Reporter-Key}: 204 when it belongs to the complaint, 403 otherwise. */
    @GetMapping("/v1/complaints/{id}/reporter-key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(
            @PathVariable String id,
            @RequestHeader(name = ReporterKeyAuthorizer.HEADER, required = false) @Nullable String key) {
        ReporterKeyAuthorizer.authorize(submissions, id, key);
    }
}
