package id.pintu.intake.http;

import id.pintu.events.ComplaintId;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommand.Consent;
import id.pintu.intake.reporter.ReporterCommand.Contest;
import id.pintu.intake.reporter.ReporterCommand.Rate;
import id.pintu.intake.reporter.ReporterCommand.Reply;
import id.pintu.intake.reporter.ReporterCommand.Withdraw;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a reporter does with a report already made, by the key in the header {@code Reporter-Key}.
 *
 * <p>204 when it is done, 202 when its turn has not come within five seconds, 409 when it cannot be done now.
 */
@RestController
@RequestMapping("/v1/complaints/{id}")
class ReporterActionController {

    private static final String KEY = "Reporter-Key";

    private final SubmissionService submissions;
    private final CommandGateway<ReporterCommand> commandGateway;

    ReporterActionController(SubmissionService submissions, CommandGateway<ReporterCommand> commandGateway) {
        this.submissions = submissions;
        this.commandGateway = commandGateway;
    }

    /** Answers what the institution asked, or adds something. */
    @PostMapping("/reply")
    ResponseEntity<Void> reply(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReplyForm form,
            HttpServletRequest request) {
        return execute(
                id, key, request, (command, complaint) -> new Reply(command, complaint, String.valueOf(form.text())));
    }

    /** Takes the report back. */
    @PostMapping("/withdraw")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonForm form,
            HttpServletRequest request) {
        return execute(
                id,
                key,
                request,
                (command, complaint) -> new Withdraw(command, complaint, String.valueOf(form.reason())));
    }

    /** Does not accept the final answer, or that it was archived. */
    @PostMapping("/contest")
    ResponseEntity<Void> contest(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonForm form,
            HttpServletRequest request) {
        return execute(
                id,
                key,
                request,
                (command, complaint) -> new Contest(command, complaint, String.valueOf(form.reason())));
    }

    /** Rates the final answer, which ends the complaint. */
    @PostMapping("/rate")
    ResponseEntity<Void> rate(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody RatingForm form,
            HttpServletRequest request) {
        return execute(id, key, request, (command, complaint) -> form.toCommand(command, complaint));
    }

    /** Agrees that the Ombudsman may have it; nothing is to be said. */
    @PostMapping("/ombudsman-consent")
    ResponseEntity<Void> consent(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return execute(id, key, request, Consent::new);
    }

    private ResponseEntity<Void> execute(
            String typed,
            @Nullable String key,
            HttpServletRequest request,
            CommandGateway.CommandFactory<ReporterCommand> commandFactory) {
        ComplaintId id = CommandGateway.complaintId(typed);
        if (key == null || !submissions.isReporterKey(key, id)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "wrong-reporter-key",
                    "Header '" + KEY + "': it does not belong to this complaint.");
        }
        return commandGateway.sendAndAwait(typed, request, commandFactory);
    }

    record ReplyForm(
            @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
            String text) {}

    record ReasonForm(
            @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String reason) {}

    record RatingForm(
            @Min(value = 1, message = "is 1 to 5") @Max(value = 5, message = "is 1 to 5")
            int stars,

            @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String comment) {

        Rate toCommand(UUID command, ComplaintId complaint) {
            return new Rate(command, complaint, stars, comment == null ? "" : comment);
        }
    }
}
