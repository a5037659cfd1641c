package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.HandlingState;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.attachments.AttachmentRelay;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.http.CommandGateway;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller that sends the attachments of a report to the responsible institution and to the desk. It decides who may see
 * them; the content is intake-service's, and is streamed through.
 */
@RestController
class ComplaintAttachmentController {

    /** Only the request that is sent at once needs it. */
    private static final Duration PASS_VALIDITY = Duration.ofMinutes(1);

    private final AgencyCommandExecutor executor;
    private final SnapshotStore<HandlingState> snapshots;
    private final AttachmentPasses passes;
    private final AttachmentRelay intake;
    private final InstantSource clock;

    ComplaintAttachmentController(
            AgencyCommandExecutor executor,
            SnapshotStore<HandlingState> snapshots,
            AttachmentPasses passes,
            AttachmentRelay intake,
            InstantSource clock) {
        this.executor = executor;
        this.snapshots = snapshots;
        this.passes = passes;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Sends an attachment of the report to the responsible institution. Only images are to be shown by a browser; all others are
     * to be saved.
     *
     * @param number place in the report's {@code attachments}, from 1
     */
    @PersonalData
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/v1/agencies/{code}/complaints/{id}/attachments/{number}")
    void showToInstitution(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable int number,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller,
            HttpServletResponse response) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        executor.reachingUnit(code, complaint, caller);
        HandlingState state = snapshots
                .find(complaint)
                .filter(each -> each.isWith(code))
                .orElseThrow(() -> AgencyCommandExecutor.unknown(code));
        send(complaint, Optional.of(state), number, response);
    }

    /**
     * Sends an attachment of the report to the desk.
     *
     * @param number place in the report's {@code attachments}, from 1
     */
    @PersonalData
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/v1/desk/complaints/{id}/attachments/{number}")
    void showToDesk(@PathVariable String id, @PathVariable int number, HttpServletResponse response) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        send(complaint, snapshots.find(complaint), number, response);
    }

    private void send(ComplaintId complaint, Optional<HandlingState> state, int number, HttpServletResponse response) {
        if (state.flatMap(HandlingState::report)
                .flatMap(report -> report.attachment(number))
                .isEmpty()) {
            throw AttachmentRelay.unknown();
        }
        String pass = passes.issue(complaint, number, clock.instant().plus(PASS_VALIDITY));
        intake.copy(
                http -> http.get()
                        .uri("/v1/complaints/{id}/attachments/{number}", complaint.value(), number)
                        .header(AttachmentPasses.HEADER, pass),
                response);
    }
}
