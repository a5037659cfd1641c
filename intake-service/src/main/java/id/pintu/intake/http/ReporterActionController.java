package id.pintu.intake.http;

import id.pintu.events.ComplaintId;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommand.Consent;
import id.pintu.intake.reporter.ReporterCommand.Contest;
import id.pintu.intake.reporter.ReporterCommand.Rate;
import id.pintu.intake.reporter.ReporterCommand.Reply;
import id.pintu.intake.reporter.ReporterCommand.Withdraw;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.audit.RecordedElsewhere;
import id.pintu.support.http.CommandGateway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller of a reporter's actions on a submitted complaint; needs the key in the header {@code Reporter-Key}.
 *
 * <p>Each action is a command: 204 when it was accepted, 202 when it was not processed within five seconds, 403 for a
 * wrong key, 409 when the complaint's state does not allow it.
 */
@RecordedElsewhere("the ledger: the act is a reporter's, not the channel's")
@RestController
@RequestMapping("/v1/complaints/{id}")
class ReporterActionController {

    private static final String KEY = ReporterKeyAuthorizer.HEADER;

    private final SubmissionService submissions;
    private final CommandGateway<ReporterCommand> commandGateway;

    ReporterActionController(SubmissionService submissions, CommandGateway<ReporterCommand> commandGateway) {
        this.submissions = submissions;
        this.commandGateway = commandGateway;
    }

    /** Replies to the institution's question, or adds information. */
    @PostMapping("/reply")
    ResponseEntity<Void> reply(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReplyForm form,
            HttpServletRequest request) {
        return execute(id, key, request, form::toReply);
    }

    /** Withdraws the complaint. */
    @PostMapping("/withdraw")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonForm form,
            HttpServletRequest request) {
        return execute(id, key, request, form::toWithdraw);
    }

    /** Contests the final answer, or that the complaint was archived. */
    @PostMapping("/contest")
    ResponseEntity<Void> contest(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonForm form,
            HttpServletRequest request) {
        return execute(id, key, request, form::toContest);
    }

    /** Rates the final answer, which ends the complaint. */
    @PostMapping("/rate")
    ResponseEntity<Void> rate(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody RatingForm form,
            HttpServletRequest request) {
        return execute(id, key, request, form::toRate);
    }

    /** Consents to handing the complaint on to the Ombudsman; needs no body. */
    @PostMapping("/ombudsman-consent")
    ResponseEntity<Void> consent(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return execute(id, key, request, Consent::new);
    }

    private ResponseEntity<Void> execute(
            String id,
            @Nullable String key,
            HttpServletRequest request,
            CommandGateway.CommandFactory<ReporterCommand> commandFactory) {
        ReporterKeyAuthorizer.authorize(submissions, id, key);
        return commandGateway.sendAndAwait(id, request, commandFactory);
    }

    record ReplyForm(
            @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
            String text) {

        Reply toReply(UUID command, ComplaintId complaint) {
            return new Reply(command, complaint, String.valueOf(text));
        }
    }

    record ReasonForm(
            @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String reason) {

        Withdraw toWithdraw(UUID command, ComplaintId complaint) {
            return new Withdraw(command, complaint, String.valueOf(reason));
        }

        Contest toContest(UUID command, ComplaintId complaint) {
            return new Contest(command, complaint, String.valueOf(reason));
        }
    }

    record RatingForm(
            @Min(value = 1, message = "is 1 to 5") @Max(value = 5, message = "is 1 to 5")
            int stars,

            @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String comment) {

        Rate toRate(UUID command, ComplaintId complaint) {
            return new Rate(command, complaint, stars, comment == null ? "" : comment);
        }
    }
}
