package id.pintu.intake.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.EmailConfirmation;
import id.pintu.intake.submission.ReporterContactPublisher;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.http.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller by which reporters confirm their e-mail addresses, with the code of the link in the receipt mail. */
@RestController
class EmailConfirmationController {

    private final EmailConfirmationCodes codes;
    private final ReporterContactPublisher contacts;

    EmailConfirmationController(EmailConfirmationCodes codes, ReporterContactPublisher contacts) {
        this.codes = codes;
        this.contacts = contacts;
    }

    /** Confirms an address, which from then on gets every notice: 204, as often as it is repeated; 403 for a wrong code. */
    @PostMapping("/v1/email-confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@Valid @RequestBody EmailConfirmationForm form) {
        ComplaintId id = ComplaintId.tryParse(String.valueOf(form.number()))
                .orElseThrow(() -> ProblemException.ofField("number", "is not a tracking number"));
        String proof = codes.proofIn(String.valueOf(form.code()), id)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.FORBIDDEN,
                        "wrong-confirmation-code",
                        "Field 'code': it was not mailed for this complaint, or its time is over."));
        contacts.publish(id, new EmailConfirmation(proof));
    }

    /**
     * Request body.
     *
     * @param number tracking number
     * @param code from the link in the mail
     */
    record EmailConfirmationForm(
            @NotBlank(message = "is required") @Nullable String number,
            @NotBlank(message = "is required") @Nullable String code) {}
}
