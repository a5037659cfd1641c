package id.pintu.intake.http;

import id.pintu.events.IntakeChannel;
import id.pintu.events.SubmittedReport;
import id.pintu.intake.submission.SubmissionReceipt;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.TraceparentHeader;
import id.pintu.support.regions.RegionCatalog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/complaints}: the door every form, app and partner can use. */
@RestController
class ComplaintSubmissionController {

    /** The easternmost zone: wherever the reporter is, its today has not begun later. */
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

    /** 201 with tracking number and reporter's key; the same again for the same Idempotency-Key. */
    @PostMapping("/v1/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubmissionReceipt> submit(
            @Valid @RequestBody ComplaintSubmissionForm form,
            @RequestHeader(name = "X-Pintu-Door", defaultValue = "web") String channelName,
            HttpServletRequest request) {
        validate(form);
        SubmittedReport report = form.toReport(parseChannel(channelName), categories);
        return created(submissions.submit(
                CommandGateway.idempotencyKey(request),
                report,
                form.toContact(),
                TraceparentHeader.orNew(request.getHeader(TraceparentHeader.NAME))));
    }

    static ResponseEntity<SubmissionReceipt> created(SubmissionReceipt receipt) {
        return ResponseEntity.created(URI.create("/v1/complaints/" + receipt.trackingNumber()))
                .body(receipt);
    }

    /** What no annotation of a single field can tell. */
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
                throw ProblemException.ofField(field, "is missing: a point has latitude and longitude");
            });
        }
    }

    private static IntakeChannel parseChannel(String name) {
        try {
            return IntakeChannel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("X-Pintu-Door", "is not a door; web, app, import, partner, … are");
        }
    }
}
