package id.pintu.intake.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.events.ReporterContact;
import id.pintu.events.SubmittedReport;
import id.pintu.intake.IntakeProperties;
import id.pintu.intake.rates.ClientAddress;
import id.pintu.intake.rates.SubmissionRateLimiter;
import id.pintu.intake.submission.SubmissionReceipt;
import id.pintu.intake.submission.SubmissionRequest;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.audit.RecordedElsewhere;
import id.pintu.support.contacts.TelephoneNumber;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.TraceparentHeader;
import id.pintu.support.keys.ChannelCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * REST controller of {@code POST /v1/sms}: webhook for the gateway of SMS sent to 1708, as JSON or as a form. A gateway is known by
 * the key of a channel.
 */
@RecordedElsewhere("the ledger: the act is a reporter's, not the channel's")
@RestController
class SmsIntakeController {

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    private final SubmissionService submissions;
    private final SubmissionRateLimiter rateLimiter;
    private final InstantSource clock;

    private final Set<String> shortCodes;

    SmsIntakeController(
            SubmissionService submissions,
            SubmissionRateLimiter rateLimiter,
            InstantSource clock,
            IntakeProperties properties) {
        this.submissions = submissions;
        this.rateLimiter = rateLimiter;
        this.clock = clock;
        this.shortCodes = properties.shortCodes();
    }

    /** Submits one SMS that was sent to 1708. */
    @PostMapping(path = "/v1/sms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubmissionReceipt> json(@Valid @RequestBody InboundSmsForm sms, NativeWebRequest request) {
        return submit(sms, ChannelAuthorizer.servletRequest(request));
    }

    /** Submits one SMS that was sent to 1708, as a form. */
    @PostMapping(path = "/v1/sms", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubmissionReceipt> form(
            @io.swagger.v3.oas.annotations.parameters.RequestBody @Valid @ModelAttribute InboundSmsForm sms,
            NativeWebRequest request) {
        return submit(sms, ChannelAuthorizer.servletRequest(request));
    }

    private ResponseEntity<SubmissionReceipt> submit(InboundSmsForm sms, HttpServletRequest request) {
        Optional<ChannelCredential> gateway = ChannelAuthorizer.authorize(request, IntakeChannel.SMS);
        requireOurReceiver(sms);
        ReporterContact contact = contact(String.valueOf(sms.from()));
        rateLimiter.count(gateway, ClientAddress.of(request, gateway), contact);
        SubmittedReport report = new SubmittedReport(
                IntakeChannel.SMS,
                ComplaintKind.COMPLAINT,
                "",
                String.valueOf(sms.text()).strip(),
                SubmittedReport.ReportedLocation.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new SubmittedReport.ReportPrivacySettings(false, false, ReporterContactForm.reachableBy(contact)));
        return ComplaintSubmissionController.created(submissions.submit(
                new SubmissionRequest(gateway.map(ChannelCredential::name), idempotencyKey(sms), report, contact),
                TraceparentHeader.current()));
    }

    /** A sender that cannot be called is kept as it is, for a person to look at; nothing is sent there. */
    private static ReporterContact contact(String sender) {
        String phone = TelephoneNumber.parse(sender).map(TelephoneNumber::value).orElse(sender);
        return new ReporterContact(Optional.empty(), Optional.empty(), Optional.of(phone));
    }

    /** A message from one of our own numbers would be a notice that came back: registering it would begin a loop. */
    private void requireOurReceiver(InboundSmsForm sms) {
        if (!shortCodes.contains(String.valueOf(sms.to()))) {
            throw ProblemException.ofField("to", "is not a number that reports are sent to");
        }
        if (shortCodes.contains(String.valueOf(sms.from()))) {
            throw ProblemException.ofField("from", "is a number that reports are sent to: it sends none itself");
        }
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
     * @param from the sender's number; one that cannot be answered, a short code or a name, is registered without a
     *     contact, and one of our own is refused
     * @param to the number it was sent to, one of ours
     * @param text {@code KEYWORD text}, or only text
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record InboundSmsForm(
            @Size(max = 200, message = "has at most 200 characters") @Nullable
            String id,

            @NotBlank(message = "is required: the sender's number")
            @Size(max = 50, message = "has at most 50 characters")
            @Nullable
            String from,

            @NotBlank(message = "is required: the number it was sent to") @Nullable
            String to,

            @NotBlank(message = "is required") @Size(max = 2_000, message = "has at most 2000 characters") @Nullable
            String text) {}
}
