package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.actions.AgencyActionForm.AssignPersonForm;
import id.pintu.routing.actions.AgencyActionForm.AssignUnitForm;
import id.pintu.routing.actions.AgencyActionForm.ClarificationForm;
import id.pintu.routing.actions.AgencyActionForm.ExtensionForm;
import id.pintu.routing.actions.AgencyActionForm.FinalAnswerForm;
import id.pintu.routing.actions.AgencyActionForm.FollowUpForm;
import id.pintu.routing.actions.AgencyActionForm.InternalNoteForm;
import id.pintu.routing.actions.AgencyActionForm.ReclassifyForm;
import id.pintu.routing.actions.AgencyActionForm.ReturnComplaintForm;
import id.pintu.routing.actions.AgencyActionValidator;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.VersionTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
 * was refused, 412 when the complaint has changed since the version in {@code If-Match}. A request repeated with the same
 * {@code Idempotency-Key} is executed once. With {@code Prefer: undo-window=10} a disposition, a question, a follow-up, an answer or
 * a return waits for so many seconds, in which it can be undone.
 */
@RestController
@RequestMapping("/v1/agencies/{code}/complaints/{id}")
class AgencyComplaintController {

    private final AgencyCommandExecutor executor;
    private final SnapshotStore<HandlingState> snapshots;
    private final AgencyComplaintViewFactory views;
    private final PendingActGateway pendingActs;
    private final AgencyActionValidator actions;
    private final LinkedAnswerExecutor linkedAnswers;
    private final Supplier<InstitutionRegistry> registry;

    AgencyComplaintController(
            AgencyCommandExecutor executor,
            SnapshotStore<HandlingState> snapshots,
            AgencyComplaintViewFactory views,
            PendingActGateway pendingActs,
            AgencyActionValidator actions,
            LinkedAnswerExecutor linkedAnswers,
            Supplier<InstitutionRegistry> registry) {
        this.executor = executor;
        this.snapshots = snapshots;
        this.views = views;
        this.pendingActs = pendingActs;
        this.actions = actions;
        this.linkedAnswers = linkedAnswers;
        this.registry = registry;
    }

    /**
     * Shows the complaint to the responsible institution, with the questions to its reporter, the replies and the internal
     * notes. Its ETag is its version, for {@code If-Match}.
     */
    @PersonalData
    @GetMapping
    ResponseEntity<AgencyComplaintView> show(
            @PathVariable String code,
            @PathVariable String id,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        CallerGrants reaching = executor.reachingUnit(code, complaint, caller);
        return snapshots
                .find(complaint)
                .filter(state -> state.isWith(code))
                .map(state -> ResponseEntity.ok()
                        .eTag(VersionTag.of(state.version()))
                        .body(views.create(complaint, state, code, reaching)))
                .orElseThrow(() -> AgencyCommandExecutor.unknown(code));
    }

    /** Confirms that the institution is responsible. */
    @PostMapping("/verify")
    ResponseEntity<Void> verify(@PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        return executor.execute(code, id, request, Verify::new);
    }

    /** Assigns it to a unit of the institution (disposisi): a code or name in the registry, or free text. */
    @PostMapping("/assign-unit")
    ResponseEntity<PendingActView> assignUnit(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody AssignUnitForm form,
            HttpServletRequest request) {
        return executor.executeUndoable(code, id, request, form.resolved(registry.get(), code)::toCommand);
    }

    /** Assigns it to an officer of the institution, or to none any more without an account. */
    @PostMapping("/assign-person")
    ResponseEntity<Void> assignPerson(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody AssignPersonForm form,
            HttpServletRequest request) {
        return executor.execute(code, id, request, form::toCommand);
    }

    /** Adds an internal note, which neither the reporter nor the public ever sees. */
    @PostMapping("/note")
    ResponseEntity<Void> note(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody InternalNoteForm form,
            HttpServletRequest request) {
        return executor.execute(code, id, request, form::toCommand);
    }

    /** Asks for more time for the follow-up; the policy decides, and the reporter is told of a later deadline. */
    @PostMapping("/extend")
    ResponseEntity<Void> extend(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ExtensionForm form,
            HttpServletRequest request) {
        return executor.execute(code, id, request, form::toCommand);
    }

    /** Asks the reporter a question. */
    @PostMapping("/ask")
    ResponseEntity<PendingActView> ask(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ClarificationForm form,
            HttpServletRequest request) {
        return executor.executeUndoable(code, id, request, form::toCommand);
    }

    /** Informs the reporter about what is being done. */
    @PostMapping("/follow-up")
    ResponseEntity<PendingActView> followUp(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FollowUpForm form,
            HttpServletRequest request) {
        return executor.executeUndoable(code, id, request, form::toCommand);
    }

    /**
     * Gives the final answer, which the reporter may rate or contest. One that only says "go elsewhere" is refused with 409
     * {@code closure-points-elsewhere} and, where it names an institution, {@code suggestedInstitution}: the complaint is to be
     * returned, and goes there.
     *
     * <p>With {@code also}, reports of the same incident get the same answer, each by a command of its own and at once: 200 with the
     * outcome for each.
     */
    @PostMapping("/resolve")
    ResponseEntity<Object> resolve(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody FinalAnswerForm form,
            HttpServletRequest request) {
        actions.requireValid(form, code);
        if (!form.others().isEmpty()) {
            return ResponseEntity.ok(linkedAnswers.answer(code, id, form.others(), request, form::toCommand));
        }
        return bodyOf(executor.executeUndoable(code, id, request, form::toCommand));
    }

    private static ResponseEntity<Object> bodyOf(ResponseEntity<PendingActView> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    /** Returns the complaint as not the institution's responsibility ("bukan wewenang"). */
    @PostMapping("/return")
    ResponseEntity<PendingActView> returnComplaint(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ReturnComplaintForm form,
            HttpServletRequest request) {
        actions.requireValid(form, code);
        return executor.executeUndoable(code, id, request, form::toCommand);
    }

    /** Undoes an act that waits: 204, or 409 when it is executed already. */
    @DeleteMapping("/pending/{command}")
    ResponseEntity<Void> undo(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable UUID command,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        executor.reachingUnit(code, complaint, caller);
        pendingActs.undo(code, complaint, command);
        return ResponseEntity.noContent().build();
    }

    /** Corrects the kind of the complaint, which changes its deadlines. */
    @PostMapping("/reclassify")
    ResponseEntity<Void> reclassify(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody ReclassifyForm form,
            HttpServletRequest request) {
        return executor.execute(code, id, request, form::toCommand);
    }
}
