package id.pintu.intake.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ReporterContact;
import id.pintu.intake.rates.ClientAddress;
import id.pintu.intake.rates.SubmissionRateLimiter;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.ProblemException.ProblemFieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * REST controller of the contact of a submitted complaint; needs the key in the header {@code Reporter-Key}. Nothing reads
 * a contact out.
 */
@RestController
@RequestMapping("/v1/complaints/{id}/contact")
class ReporterContactController {

    private static final String KEY = ReporterKeyAuthorizer.HEADER;

    private final SubmissionService submissions;
    private final SubmissionRateLimiter rateLimiter;

    ReporterContactController(SubmissionService submissions, SubmissionRateLimiter rateLimiter) {
        this.submissions = submissions;
        this.rateLimiter = rateLimiter;
    }

    /** Replaces the contact: notices not sent yet go there. An e-mail address must be confirmed again. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReporterContactForm form,
            NativeWebRequest request) {
        ComplaintId complaint = ReporterKeyAuthorizer.authorize(submissions, id, key);
        List<ProblemFieldError> errors = new ArrayList<>();
        ReporterContact contact = form.read("", false, errors);
        if (errors.isEmpty() && contact.email().isEmpty() && contact.phone().isEmpty()) {
            errors.add(new ProblemFieldError("email", "is required, or phone; DELETE erases the contact"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.ofFields(errors);
        }
        HttpServletRequest servletRequest = ChannelAuthorizer.servletRequest(request);
        rateLimiter.count(Optional.empty(), ClientAddress.of(servletRequest, Optional.empty()), contact);
        submissions.changeContact(complaint, contact);
    }

    /** Erases the contact: name and addresses are gone, and nothing more is sent. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String id, @RequestHeader(name = KEY, required = false) @Nullable String key) {
        submissions.eraseContact(ReporterKeyAuthorizer.authorize(submissions, id, key));
    }
}
