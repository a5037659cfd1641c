package id.pintu.routing.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.ConversationMessage;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.mongo.ConversationRepository;
import id.pintu.routing.registry.AddressedInstitution;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.OfficerExplanationWriter;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller for an institution's work on a complaint assigned to it. Its liaison officers and programs do
 * all of it; officers of a unit see the unit's complaints, ask, report and answer.
 *
 * <p>Each action is one command: 204 when it was executed, 202 when it was not processed within five seconds, 409 when it
 * was refused. A request repeated with the same {@code Idempotency-Key} is executed once.
 */
@RestController
@RequestMapping("/v1/agencies/{code}/complaints/{id}")
class AgencyComplaintController {

    private final CommandGateway<HandlingCommand> gateway;
    private final SnapshotStore<HandlingState> snapshots;
    private final ConversationRepository conversations;
    private final Supplier<InstitutionRegistry> registry;
    private final InstitutionCodeValidator institutions;

    AgencyComplaintController(
            CommandGateway<HandlingCommand> gateway,
            SnapshotStore<HandlingState> snapshots,
            ConversationRepository conversations,
            Supplier<InstitutionRegistry> registry) {
        this.gateway = gateway;
        this.snapshots = snapshots;
        this.conversations = conversations;
        this.registry = registry;
        this.institutions = new InstitutionCodeValidator(registry);
    }

    /** Shows the complaint to the responsible institution, with the questions to its reporter and the replies. */
    @PersonalData
    @GetMapping
    AgencyComplaintView show(
            @PathVariable String code,
            @PathVariable String id,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        reachingUnit(code, complaint, caller);
        return snapshots
                .find(complaint)
                .filter(state -> state.isWith(code))
                .map(state -> new AgencyComplaintView(
                        state,
                        state.reason().map(OfficerExplanationWriter::of),
                        conversations.newestOf(complaint, state)))
                .orElseThrow(() -> unknown(code));
    }

    private static ProblemException unknown(String code) {
        return ProblemException.of(
                HttpStatus.NOT_FOUND, "unknown-complaint", "No such complaint is with " + code + ".");
    }

    /** To officers of a unit a complaint that another unit has, or none yet, does not exist. */
    private CallerGrants reachingUnit(String code, ComplaintId complaint, CallerGrants caller) {
        if (!caller.include(AccountRole.UNIT_OFFICER)) {
            return caller;
        }
        Optional<String> unit =
                snapshots.find(complaint).filter(state -> state.isWith(code)).flatMap(HandlingState::unit);
        return caller.reachingUnit(unit).orElseThrow(() -> unknown(code));
    }

    /** Confirms that the institution is responsible. */
    @PostMapping("/verify")
    ResponseEntity<Void> verify(@PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        return execute(code, id, request, Verify::new);
    }

    /** Assigns it to a unit of the institution (disposisi): a code or name in the registry, or free text. */
    @PostMapping("/assign-unit")
    ResponseEntity<Void> assignUnit(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody AssignUnitForm form,
            HttpServletRequest request) {
        String unit = resolveUnit(code, Objects.requireNonNull(form.unit()));
        return execute(
                code,
                id,
                request,
                (command, complaint, institution) -> new AssignUnit(command, complaint, institution, unit));
    }

    private String resolveUnit(String code, String given) {
        return registry.get()
                .resolveAddressee(given)
                .filter(addressee -> addressee.institution().code().equals(code))
                .flatMap(AddressedInstitution::unit)
                .orElse(given);
    }

    /** Asks the reporter a question. */
    @PostMapping("/ask")
    ResponseEntity<Void> ask(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ClarificationForm form,
            HttpServletRequest request) {
        return execute(code, id, request, form::toCommand);
    }

    /** Informs the reporter about what is being done. */
    @PostMapping("/follow-up")
    ResponseEntity<Void> followUp(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FollowUpForm form,
            HttpServletRequest request) {
        return execute(code, id, request, form::toCommand);
    }

    /** Gives the final answer, which the reporter may rate or contest. */
    @PostMapping("/resolve")
    ResponseEntity<Void> resolve(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FinalAnswerForm form,
            HttpServletRequest request) {
        return execute(code, id, request, form::toCommand);
    }

    /** Returns the complaint as not the institution's responsibility ("bukan wewenang"). */
    @PostMapping("/return")
    ResponseEntity<Void> returnComplaint(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ReturnComplaintForm form,
            HttpServletRequest request) {
        if (form.suggested() != null) {
            institutions.requireKnown("suggested", form.suggested());
        }
        return execute(code, id, request, form::toCommand);
    }

    /** Corrects the kind of the complaint, which changes its deadlines. */
    @PostMapping("/reclassify")
    ResponseEntity<Void> reclassify(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ReclassifyForm form,
            HttpServletRequest request) {
        return execute(code, id, request, form::toCommand);
    }

    /** Factory of the command of one institution. */
    private interface AgencyCommandFactory {
        HandlingCommand create(UUID command, ComplaintId complaint, String institution);
    }

    private ResponseEntity<Void> execute(
            String code, String id, HttpServletRequest request, AgencyCommandFactory factory) {
        reachingUnit(code, CommandGateway.complaintId(id), CallerGrants.required(request))
                .attachTo(request);
        return gateway.sendAndAwait(id, request, (command, complaint) -> factory.create(command, complaint, code));
    }

    /**
     * Response body: the complaint as its responsible institution sees it.
     *
     * @param explanation why it was assigned to this institution, in sentences
     * @param conversation the newest 100 questions to the reporter and replies, oldest first
     */
    record AgencyComplaintView(
            @JsonUnwrapped HandlingState handling,
            Optional<BilingualText> explanation,
            List<ConversationMessage> conversation) {}

    record AssignUnitForm(
            @NotBlank(message = "is required") @Size(max = 200, message = "has at most 200 characters") @Nullable
            String unit) {}

    record ClarificationForm(
            @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String question) {

        Ask toCommand(UUID command, ComplaintId complaint, String institution) {
            return new Ask(command, complaint, institution, Objects.requireNonNull(question));
        }
    }

    record FollowUpForm(
            @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
            String text) {

        FollowUp toCommand(UUID command, ComplaintId complaint, String institution) {
            return new FollowUp(command, complaint, institution, Objects.requireNonNull(text));
        }
    }

    /**
     * @param suggested code of the institution that is responsible instead
     */
    record ReturnComplaintForm(
            @NotBlank(message = "is required: why it is not yours")
            @Size(max = 5_000, message = "has at most 5000 characters")
            @Nullable
            String reason,

            @Nullable String suggested) {

        Return toCommand(UUID command, ComplaintId complaint, String institution) {
            return new Return(
                    command, complaint, institution, Objects.requireNonNull(reason), Optional.ofNullable(suggested));
        }
    }
}
