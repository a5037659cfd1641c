package id.pintu.intake.http;

import id.pintu.events.IntakeChannel;
import id.pintu.events.ReportAttachment;
import id.pintu.events.ReporterContact;
import id.pintu.intake.attachments.AttachmentService;
import id.pintu.intake.rates.ClientAddress;
import id.pintu.intake.rates.SubmissionRateLimiter;
import id.pintu.intake.submission.SubmissionReceipt;
import id.pintu.intake.submission.SubmissionRequest;
import id.pintu.intake.submission.SubmissionResult;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.audit.RecordedElsewhere;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.ProblemException.ProblemFieldError;
import id.pintu.support.http.TraceparentHeader;
import id.pintu.support.keys.ChannelCredential;
import id.pintu.support.regions.RegionCatalog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of {@code POST /v1/complaints}: submission of a report by a web form, an app, an import or a partner. */
@RecordedElsewhere("the ledger: the act is a reporter's, not the channel's")
@RestController
class ComplaintSubmissionController {

    /** The easternmost zone, where each day begins first: a date after its today lies in the future everywhere. */
    private static final ZoneId EARLIEST_TODAY = ZoneId.of("Asia/Jayapura");

    /** Before the law on public services (25/2009), and before electronic complaints. */
    private static final LocalDate EARLIEST_DATE = LocalDate.of(2000, 1, 1);

    private static final String REPEATED = "Idempotent-Replayed";

    private final SubmissionService submissions;
    private final SubmissionRateLimiter rateLimiter;
    private final InstantSource clock;
    private final CategoryCatalog categories;
    private final RegionCatalog regions;
    private final AttachmentService attachments;

    ComplaintSubmissionController(
            SubmissionService submissions,
            SubmissionRateLimiter rateLimiter,
            InstantSource clock,
            CategoryCatalog categories,
            RegionCatalog regions,
            AttachmentService attachments) {
        this.submissions = submissions;
        this.rateLimiter = rateLimiter;
        this.clock = clock;
        this.categories = categories;
        this.regions = regions;
        this.attachments = attachments;
    }

    /**
     * Submits a report: 201 with tracking number and reporter key. The same Idempotency-Key gets the same response, with the
     * header {@code Idempotent-Replayed: true} once the report is in the ledger.
     *
     * @param channelName the channel; any but {@code web} needs the bearer key of a channel that may use it, and without
     *     one the answer is 401 or 403
     */
    @PostMapping("/v1/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubmissionReceipt> submit(
            @Valid @RequestBody ComplaintSubmissionForm form,
            BindingResult violations,
            @RequestHeader(name = "X-Pintu-Door", defaultValue = "web") String channelName,
            HttpServletRequest request) {
        IntakeChannel channel = parseChannel(channelName);
        Optional<ChannelCredential> credential = ChannelAuthorizer.authorize(request, channel);
        List<ProblemFieldError> errors = fieldErrors(form, violations);
        List<ReportAttachment> files =
                violations.hasFieldErrors("attachments") ? List.of() : attachments.find(form.uploads(), errors);
        ReporterContact contact = form.contact() == null
                ? ReporterContact.NONE
                : form.contact()
                        .read(
                                "contact.",
                                credential
                                        .filter(ChannelCredential::verifiesContacts)
                                        .isPresent(),
                                errors);
        if (!errors.isEmpty()) {
            throw ProblemException.ofFields(errors);
        }
        rateLimiter.count(credential, ClientAddress.of(request, credential), contact);
        attachments.claim(files);
        SubmissionRequest submission = new SubmissionRequest(
                credential.map(ChannelCredential::name),
                CommandGateway.idempotencyKey(request),
                form.toReport(channel, categories, ReporterContactForm.reachableBy(contact))
                        .withAttachments(files),
                contact);
        SubmissionResult result = submissions.submitOnce(submission, TraceparentHeader.current());
        ResponseEntity<SubmissionReceipt> created = created(result.receipt());
        return result.repeated()
                ? ResponseEntity.status(created.getStatusCode())
                        .headers(created.getHeaders())
                        .header(REPEATED, "true")
                        .body(created.getBody())
                : created;
    }

    static ResponseEntity<SubmissionReceipt> created(SubmissionReceipt receipt) {
        return ResponseEntity.created(URI.create("/v1/complaints/" + receipt.trackingNumber()))
                .body(receipt);
    }

    /** All invalid fields at once, also those that need another field, the clock or a catalog to be judged. */
    private List<ProblemFieldError> fieldErrors(ComplaintSubmissionForm form, BindingResult violations) {
        List<ProblemFieldError> errors = violations.getFieldErrors().stream()
                .map(error -> new ProblemFieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (form.occurredOn() != null) {
            occurredOnError(form.occurredOn())
                    .ifPresent(message -> errors.add(new ProblemFieldError("occurredOn", message)));
        }
        if (form.category() != null
                && !form.category().isBlank()
                && categories.find(form.category()).isEmpty()) {
            errors.add(new ProblemFieldError("category", "is not on the list at /v1/categories"));
        }
        if (form.place() != null && !violations.hasFieldErrors("place.regionCode")) {
            form.place()
                    .region()
                    .filter(code -> !regions.contains(code))
                    .ifPresent(code ->
                            errors.add(new ProblemFieldError("place.regionCode", "is not on the list at /v1/regions")));
        }
        if (form.place() != null) {
            form.place()
                    .missingCoordinate()
                    .ifPresent(field -> errors.add(
                            new ProblemFieldError(field, "is missing: a point needs latitude and longitude")));
        }
        return errors;
    }

    private Optional<String> occurredOnError(LocalDate date) {
        if (date.isBefore(EARLIEST_DATE)) {
            return Optional.of("is before 2000: no institution can still act on it, so it is a typing error");
        }
        return date.isAfter(LocalDate.ofInstant(clock.instant(), EARLIEST_TODAY))
                ? Optional.of("is in the future")
                : Optional.empty();
    }

    private static IntakeChannel parseChannel(String name) {
        try {
            return IntakeChannel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("X-Pintu-Door", "is not a channel; web, app, import, partner, … are");
        }
    }
}
