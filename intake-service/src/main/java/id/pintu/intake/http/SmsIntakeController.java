package id.pintu.intake.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.IntakeChannel;
import id.pintu.events.ReporterContact;
import id.pintu.events.SubmittedReport;
import id.pintu.intake.submission.SubmissionReceipt;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.http.TraceparentHeader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of {@code POST /v1/sms}: webhook for the gateway of SMS sent to 1708, as JSON or as a form. */
@RestController
class SmsIntakeController {

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    private final SubmissionService submissions;
    private final InstantSource clock;

    SmsIntakeController(SubmissionService submissions, InstantSource clock) {
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Submits one SMS that was sent to 1708. */
    @PostMapping(path = "/v1/sms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubmissionReceipt> json(@Valid @RequestBody InboundSmsForm sms) {
        return submit(sms);
    }

    /** Submits one SMS that was sent to 1708, as a form. */
    @PostMapping(path = "/v1/sms", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubmissionReceipt> form(
            @io.swagger.v3.oas.annotations.parameters.RequestBody @Valid @ModelAttribute InboundSmsForm sms) {
        return submit(sms);
    }

    private ResponseEntity<SubmissionReceipt> submit(InboundSmsForm sms) {
        SubmittedReport report = new SubmittedReport(
                IntakeChannel.SMS,
                ComplaintKind.COMPLAINT,
                "",
                String.valueOf(sms.text()).strip(),
                SubmittedReport.ReportedLocation.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new SubmittedReport.ReportPrivacySettings(false, false, ContactChannel.SMS));
        ReporterContact contact =
                new ReporterContact(Optional.empty(), Optional.empty(), Optional.of(String.valueOf(sms.from())));
        return ComplaintSubmissionController.created(
                submissions.submit(idempotencyKey(sms), report, contact, TraceparentHeader.current()));
    }

    /** The gateway's message id; without one, the same text from the same sender on the same day counts as one SMS. */
    private String idempotencyKey(InboundSmsForm sms) {
        return sms.id() != null
                ? "id/" + sms.id()
                : String.join(
                        "/",
                        "day",
                        LocalDate.ofInstant(clock.instant(), NATIONAL).toString(),
                        sms.from(),
                        sms.text());
    }

    /**
     * Request body: one SMS; further fields a gateway sends are ignored.
     *
     * @param id the gateway's message id, if it has one
     * @param from the sender's number
     * @param to the number it was sent to
     * @param text {@code KEYWORD text}, or only text
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record InboundSmsForm(
            @Size(max = 200, message = "has at most 200 characters") @Nullable
            String id,

            @NotBlank(message = "is required: the sender's number")
            @Pattern(regexp = "\\+?[0-9]{3,20}", message = "is not a telephone number")
            @Nullable
            String from,

            @NotBlank(message = "is required: the number it was sent to") @Nullable
            String to,

            @NotBlank(message = "is required") @Size(max = 2_000, message = "has at most 2000 characters") @Nullable
            String text) {}
}
