package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.mongo.IncidentIndex;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.TraceparentHeader;
import id.pintu.support.keys.StoredInstitutionKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports of one thing, seen together and dealt with at once, by the institution or by the national desk, whosever key
 * it is. What is asked is asked of the first and of every repeat in the same hands. 202: each has its turn; one that is
 * in other hands by then is left alone.
 */
@RestController
class IncidentsController {

    private final IncidentIndex index;
    private final CommandGateway<HandlingCommand> gate;
    private final Supplier<InstitutionRegistry> registry;

    IncidentsController(
            IncidentIndex index, CommandGateway<HandlingCommand> gate, Supplier<InstitutionRegistry> registry) {
        this.index = index;
        this.gate = gate;
        this.registry = registry;
    }

    /** What several reports tell of, the most reported first. */
    @GetMapping("/v1/agencies/{code}/incidents")
    List<IncidentIndex.IncidentView> list(@PathVariable String code) {
        return index.incidentsHeldBy(code);
    }

    /** Gives them all the same final answer. */
    @PostMapping("/v1/agencies/{code}/incidents/{id}/resolve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<IncidentCommandResult> resolve(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FinalAnswerForm form,
            HttpServletRequest request) {
        return sendToAll(
                code,
                id,
                request,
                (command, complaint) -> new Resolve(command, complaint, code, String.valueOf(form.answer())));
    }

    /** What several reports tell of that wait for the desk, the most reported first. */
    @GetMapping("/v1/desk/incidents")
    List<IncidentIndex.IncidentView> listForDesk() {
        return index.incidentsHeldBy(StoredInstitutionKey.DESK);
    }

    /** Gives them all to one institution. */
    @PostMapping("/v1/desk/incidents/{id}/assign")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<IncidentCommandResult> assign(
            @PathVariable String id, @Valid @RequestBody AssignIncidentForm form, HttpServletRequest request) {
        String institution = String.valueOf(form.institution());
        if (registry.get().institution(institution).isEmpty()) {
            throw ProblemException.ofField("institution", "is not the code of an institution");
        }
        return sendToAll(
                StoredInstitutionKey.DESK,
                id,
                request,
                (command, complaint) -> new Dispose(command, complaint, institution, List.of()));
    }

    /** Lays them all aside, on one ground and with one reason. */
    @PostMapping("/v1/desk/incidents/{id}/archive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<IncidentCommandResult> archive(
            @PathVariable String id, @Valid @RequestBody ArchiveForm form, HttpServletRequest request) {
        ArchiveReasonCode ground = form.requireGround();
        return sendToAll(
                StoredInstitutionKey.DESK,
                id,
                request,
                (command, complaint) -> new Archive(command, complaint, ground, String.valueOf(form.reason())));
    }

    private ResponseEntity<IncidentCommandResult> sendToAll(
            String holder,
            String incidentId,
            HttpServletRequest request,
            CommandGateway.CommandFactory<HandlingCommand> commandFactory) {
        ComplaintId first = CommandGateway.complaintId(incidentId);
        String requestKey = request.getRequestURI() + " " + CommandGateway.idempotencyKey(request);
        Optional<String> traceparent = TraceparentHeader.current();
        List<HandlingCommand> commands = index.complaintsHeldBy(first, holder).stream()
                .<HandlingCommand>map(each -> commandFactory.create(commandId(each, requestKey), each))
                .toList();
        gate.sendAll(commands, traceparent);
        return ResponseEntity.accepted().body(new IncidentCommandResult(commands.size()));
    }

    private static UUID commandId(ComplaintId each, String requestKey) {
        return UUID.nameUUIDFromBytes((each + " " + requestKey).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param complaints of how many complaints it is asked
     */
    record IncidentCommandResult(int complaints) {}

    /**
     * @param institution code of the one that is responsible
     */
    record AssignIncidentForm(
            @NotBlank(message = "is required") @Nullable String institution) {}
}
