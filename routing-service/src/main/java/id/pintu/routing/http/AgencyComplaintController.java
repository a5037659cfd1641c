package id.pintu.routing.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pintu.events.ComplaintKind;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.registry.AddressedInstitution;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.OfficerExplanationWriter;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an institution does with a complaint in its feed; needs its bearer key.
 *
 * <p>204 when it is done, 202 when its turn has not come within five seconds, 409 when it cannot be done now. A request
 * repeated with its {@code Idempotency-Key} is done once.
 */
@RestController
@RequestMapping("/v1/agencies/{code}/complaints/{id}")
class AgencyComplaintController {

    private final CommandGateway<HandlingCommand> gate;
    private final SnapshotStore<HandlingState> snapshots;
    private final Supplier<InstitutionRegistry> registry;

    AgencyComplaintController(
            CommandGateway<HandlingCommand> gate,
            SnapshotStore<HandlingState> snapshots,
            Supplier<InstitutionRegistry> registry) {
        this.gate = gate;
        this.snapshots = snapshots;
        this.registry = registry;
    }

    /** The complaint as the responsible institution may see it. */
    @GetMapping
    AgencyComplaintView show(@PathVariable String code, @PathVariable String id) {
        return snapshots
                .find(CommandGateway.complaintId(id))
                .filter(state -> state.responsible()
                        .filter(institution -> institution.code().equals(code))
                        .isPresent())
                .map(state -> new AgencyComplaintView(state, state.reason().map(OfficerExplanationWriter::of)))
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "unknown-complaint", "No such complaint is with " + code + "."));
    }

    /** Takes it as its own. */
    @PostMapping("/verify")
    ResponseEntity<Void> verify(@PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        return gate.sendAndAwait(id, request, (command, complaint) -> new Verify(command, complaint, code));
    }

    /** Gives it to one of its units (disposisi): by the code or a name the registry has, or in other words. */
    @PostMapping("/assign-unit")
    ResponseEntity<Void> assignUnit(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody AssignUnitForm form,
            HttpServletRequest request) {
        String unit = resolveUnit(code, String.valueOf(form.unit()));
        return gate.sendAndAwait(id, request, (command, complaint) -> new AssignUnit(command, complaint, code, unit));
    }

    private String resolveUnit(String code, String given) {
        return registry.get()
                .resolveAddressee(given)
                .filter(addressee -> addressee.institution().code().equals(code))
                .flatMap(AddressedInstitution::unit)
                .orElse(given);
    }

    /** Asks the reporter back. */
    @PostMapping("/ask")
    ResponseEntity<Void> ask(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ClarificationForm form,
            HttpServletRequest request) {
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) -> new Ask(command, complaint, code, String.valueOf(form.question())));
    }

    /** Tells the reporter what is being done. */
    @PostMapping("/follow-up")
    ResponseEntity<Void> followUp(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FollowUpForm form,
            HttpServletRequest request) {
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) -> new FollowUp(command, complaint, code, String.valueOf(form.text())));
    }

    /** Gives the final answer, which the reporter may rate or contest. */
    @PostMapping("/resolve")
    ResponseEntity<Void> resolve(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FinalAnswerForm form,
            HttpServletRequest request) {
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) -> new Resolve(command, complaint, code, String.valueOf(form.answer())));
    }

    /** "Bukan wewenang": with a reason, and the right institution if it is known. */
    @PostMapping("/return")
    ResponseEntity<Void> returnComplaint(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ReturnComplaintForm form,
            HttpServletRequest request) {
        Optional<String> suggested = Optional.ofNullable(form.suggested());
        if (suggested.isPresent() && registry.get().institution(suggested.get()).isEmpty()) {
            throw ProblemException.ofField("suggested", "is not the code of an institution");
        }
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) -> new Return(command, complaint, code, String.valueOf(form.reason()), suggested));
    }

    /**
     * @param explanation why it is this institution's, in sentences
     */
    record AgencyComplaintView(@JsonUnwrapped HandlingState handling, Optional<BilingualText> explanation) {}

    /** Says of what kind it is, which changes its limits. */
    @PostMapping("/reclassify")
    ResponseEntity<Void> reclassify(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ReclassifyForm form,
            HttpServletRequest request) {
        ComplaintKind kind = form.requireKind();
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) ->
                        new Reclassify(command, complaint, Optional.of(code), kind, String.valueOf(form.reason())));
    }

    record AssignUnitForm(
            @NotBlank(message = "is required") @Size(max = 200, message = "has at most 200 characters") @Nullable
            String unit) {}

    record ClarificationForm(
            @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String question) {}

    record FollowUpForm(
            @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
            String text) {}

    record ReturnComplaintForm(
            @NotBlank(message = "is required: why it is not yours")
            @Size(max = 5_000, message = "has at most 5000 characters")
            @Nullable
            String reason,

            @Nullable String suggested) {}
}
