package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.routing.actions.AgencyActionForm.FinalAnswerForm;
import id.pintu.routing.actions.AgencyActionValidator;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.mongo.IncidentIndex;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.accounts.ActingAccount;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.http.CommandGateway;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller for incidents: several complaints about the same thing, handled together by the institution or the
 * national desk that holds them.
 *
 * <p>An action sends one command for the first complaint and one for each of its repeats, as far as the caller holds
 * them. It answers 202 without waiting for them; a complaint that has moved elsewhere by then refuses its command.
 */
@RestController
class IncidentsController {

    private final IncidentIndex index;
    private final CommandGateway<HandlingCommand> gateway;
    private final AgencyActionValidator actions;
    private final InstitutionCodeValidator institutions;

    IncidentsController(
            IncidentIndex index,
            CommandGateway<HandlingCommand> gateway,
            AgencyActionValidator actions,
            Supplier<InstitutionRegistry> registry) {
        this.actions = actions;
        this.index = index;
        this.gateway = gateway;
        this.institutions = new InstitutionCodeValidator(registry);
    }

    /** Lists the incidents of an institution, the most reported first. */
    @PersonalData
    @GetMapping("/v1/agencies/{code}/incidents")
    List<IncidentIndex.IncidentView> list(@PathVariable String code) {
        return index.incidentsHeldBy(code);
    }

    /** Gives all complaints of an incident the same final answer. */
    @PostMapping("/v1/agencies/{code}/incidents/{id}/resolve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IncidentCommandResult resolve(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FinalAnswerForm form,
            HttpServletRequest request) {
        actions.requireValid(form, code);
        return sendToAll(code, id, request, (command, complaint) -> form.toCommand(command, complaint, code));
    }

    /** Lists the incidents that wait for the desk, the most reported first. */
    @PersonalData
    @GetMapping("/v1/desk/incidents")
    List<IncidentIndex.IncidentView> listForDesk() {
        return index.incidentsHeldBy(StoredInstitutionKey.DESK);
    }

    /** Assigns all complaints of an incident to one institution. */
    @PostMapping("/v1/desk/incidents/{id}/assign")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IncidentCommandResult assign(
            @PathVariable String id, @Valid @RequestBody AssignIncidentForm form, HttpServletRequest request) {
        String institution = institutions.requireKnown("institution", form.institution());
        return sendToAll(
                StoredInstitutionKey.DESK,
                id,
                request,
                (command, complaint) -> new Dispose(command, complaint, institution, List.of()));
    }

    /** Archives all complaints of an incident on the same ground, for the same reason. */
    @PostMapping("/v1/desk/incidents/{id}/archive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IncidentCommandResult archive(
            @PathVariable String id, @Valid @RequestBody ArchiveForm form, HttpServletRequest request) {
        return sendToAll(StoredInstitutionKey.DESK, id, request, form::toCommand);
    }

    private IncidentCommandResult sendToAll(
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
        gateway.sendAll(commands, ActingAccount.required(request), traceparent);
        return new IncidentCommandResult(commands.size());
    }

    private static UUID commandId(ComplaintId each, String requestKey) {
        return UUID.nameUUIDFromBytes((each + " " + requestKey).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param complaints to how many complaints the command was sent
     */
    record IncidentCommandResult(int complaints) {}

    /**
     * @param institution code of the responsible institution
     */
    record AssignIncidentForm(
            @NotBlank(message = "is required") @Nullable String institution) {}
}
