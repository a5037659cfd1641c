package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandDecider.CommandDecision.Refused;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.InstitutionCommand;
import id.pintu.routing.handling.HandlingDecider;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.pending.PendingAct;
import id.pintu.routing.pending.PendingActIndex;
import id.pintu.routing.pending.PendingActService;
import id.pintu.support.accounts.ActingAccount;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.VersionTag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Gateway from HTTP requests to the acts that wait. */
@Component
class PendingActGateway {

    private final PendingActIndex index;
    private final PendingActService acts;
    private final CommandGateway<HandlingCommand> gateway;
    private final SnapshotStore<HandlingState> snapshots;
    private final HandlingDecider decider;
    private final CommandCodec<HandlingCommand> codec;
    private final InstantSource clock;

    PendingActGateway(
            PendingActIndex index,
            PendingActService acts,
            CommandGateway<HandlingCommand> gateway,
            SnapshotStore<HandlingState> snapshots,
            HandlingDecider decider,
            CommandCodec<HandlingCommand> codec,
            InstantSource clock) {
        this.index = index;
        this.acts = acts;
        this.gateway = gateway;
        this.snapshots = snapshots;
        this.decider = decider;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Accepts a command that is executed when its window has passed.
     *
     * @throws ProblemException as if it were executed now; 409 when an act of the same name waits already
     */
    ResponseEntity<PendingActView> accept(
            InstitutionCommand command, ActingAccount actor, UndoWindow window, HttpServletRequest request) {
        PendingAct act = index.find(command.id())
                .orElseGet(() -> store(
                        command,
                        PendingAct.of(
                                command,
                                codec,
                                actor.toEventActor(),
                                clock.instant().plus(window.length())),
                        request));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/agencies/" + act.institution() + "/complaints/" + act.complaint()
                        + "/pending/" + act.command()))
                .header("Preference-Applied", window.applied())
                .body(new PendingActView(act.command(), act.executesAt()));
    }

    private PendingAct store(InstitutionCommand command, PendingAct act, HttpServletRequest request) {
        Instant now = clock.instant();
        HandlingState state = snapshots.find(command.complaintId()).orElseGet(decider::initial);
        OptionalInt expected = VersionTag.expectedBy(request);
        if (expected.isPresent() && expected.getAsInt() != state.version()) {
            throw CommandGateway.problem(
                    Refused.CHANGED_MEANWHILE, "The complaint has changed since you saw it: look again.");
        }
        if (decider.decide(state, command, now) instanceof Refused refused) {
            throw CommandGateway.problem(refused.code(), refused.detail());
        }
        if (index.of(command.complaintId()).stream()
                .anyMatch(each -> each.name().equals(act.name()))) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT, "already-pending", "The same act waits already: undo it first.");
        }
        gateway.await(() -> acts.store(act));
        return act;
    }

    /**
     * Undoes an act of this institution.
     *
     * @throws ProblemException 409 when it is executed already, 404 when there is none
     */
    void undo(String code, ComplaintId complaint, UUID command) {
        Optional<PendingAct> waiting = index.find(command)
                .filter(act -> act.institution().equals(code) && act.complaint().equals(complaint));
        AtomicBoolean undone = new AtomicBoolean();
        if (waiting.isPresent()) {
            gateway.await(() -> acts.undo(command).thenAccept(undone::set));
        }
        if (!undone.get()) {
            boolean executed = waiting.isPresent()
                    || snapshots.commandOutcome(complaint, command).isPresent();
            throw executed
                    ? ProblemException.of(HttpStatus.CONFLICT, "already-executed", "It is executed already.")
                    : ProblemException.of(HttpStatus.NOT_FOUND, "unknown-act", "No such act waits.");
        }
    }

    /** The acts of an institution that wait for a complaint. */
    List<WaitingActView> waitingFor(String code, ComplaintId complaint) {
        return index.of(complaint).stream()
                .filter(act -> act.institution().equals(code))
                .map(WaitingActView::of)
                .toList();
    }
}
