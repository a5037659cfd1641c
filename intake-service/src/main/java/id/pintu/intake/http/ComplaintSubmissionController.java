package id.pintu.intake.http;

import id.pintu.events.IntakeChannel;
import id.pintu.intake.submission.SubmissionReceipt;
import id.pintu.intake.submission.SubmissionRequest;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.TraceparentHeader;
import id.pintu.support.keys.ChannelCredential;
import id.pintu.support.regions.RegionCatalog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of {@code POST /v1/complaints}: submission of a report by a web form, an app, an import or a partner. */
@RestController
class ComplaintSubmissionController {

    /** The easternmost zone, where each day begins first: a date after its today lies in the future everywhere. */
    private static final ZoneId EARLIEST_TODAY = ZoneId.of("Asia/Jayapura");

    private final SubmissionService submissions;
    private final InstantSource clock;
    private final CategoryCatalog categories;
    private final RegionCatalog regions;

    ComplaintSubmissionController(
            SubmissionService submissions, InstantSource clock, CategoryCatalog categories, RegionCatalog regions) {
        this.submissions = submissions;
        this.clock = clock;
        this.categories = categories;
        this.regions = regions;
    }

    /**
     * Submits a report: 201 with tracking number and reporter key. The same Idempotency-Key gets the same response.
     *
     * @param channelName the channel; any but {@code web} needs the bearer key of a channel that may use it, and without
     *     one the answer is 401 or 403
     */
    @PostMapping("/v1/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubmissionReceipt> submit(
            @Valid @RequestBody ComplaintSubmissionForm form,
            @RequestHeader(name = "X-Pintu-Door", defaultValue = "web") String channelName,
            HttpServletRequest request) {
        IntakeChannel channel = parseChannel(channelName);
        Optional<ChannelCredential> credential = ChannelAuthorizer.authorize(request, channel);
        validate(form);
        SubmissionRequest submission = new SubmissionRequest(
                credential.map(ChannelCredential::name),
                CommandGateway.idempotencyKey(request),
                form.toReport(channel, categories),
                form.toContact());
        return created(submissions.submit(submission, TraceparentHeader.current()));
    }

    static ResponseEntity<SubmissionReceipt> created(SubmissionReceipt receipt) {
        return ResponseEntity.created(URI.create("/v1/complaints/" + receipt.trackingNumber()))
                .body(receipt);
    }

    /** Checks that need more than one field, the clock or a catalog, so that no annotation can express them. */
    private void validate(ComplaintSubmissionForm form) {
        if (form.occurredOn() != null
                && form.occurredOn().isAfter(LocalDate.ofInstant(clock.instant(), EARLIEST_TODAY))) {
            throw ProblemException.ofField("occurredOn", "is in the future");
        }
        if (form.category() != null
                && !form.category().isBlank()
                && categories.find(form.category()).isEmpty()) {
            throw ProblemException.ofField("category", "is not on the list at /v1/categories");
        }
        if (form.place() != null) {
            form.place().region().filter(code -> !regions.contains(code)).ifPresent(code -> {
                throw ProblemException.ofField("place.regionCode", "is not on the list at /v1/regions");
            });
            form.place().missingCoordinate().ifPresent(field -> {
                throw ProblemException.ofField(field, "is missing: a point needs latitude and longitude");
            });
        }
    }

    private static IntakeChannel parseChannel(String name) {
        try {
            return IntakeChannel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("X-Pintu-Door", "is not a channel; web, app, import, partner, … are");
        }
    }
}
