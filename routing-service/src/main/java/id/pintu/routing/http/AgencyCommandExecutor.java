package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.InstitutionCommand;
import id.pintu.routing.handling.HandlingState;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Executor of the commands of institutions that come over HTTP, by callers whom the complaint is within reach of: at once, or
 * after the time in which they can be undone, if the request asks for it.
 */
@Component
class AgencyCommandExecutor {

    private final CommandGateway<HandlingCommand> gateway;
    private final SnapshotStore<HandlingState> snapshots;
    private final PendingActGateway pendingActs;

    AgencyCommandExecutor(
            CommandGateway<HandlingCommand> gateway,
            SnapshotStore<HandlingState> snapshots,
            PendingActGateway pendingActs) {
        this.gateway = gateway;
        this.snapshots = snapshots;
        this.pendingActs = pendingActs;
    }

    /** Factory of the command of one institution. */
    interface AgencyCommandFactory {
        HandlingCommand create(UUID command, ComplaintId complaint, String institution);
    }

    /** Factory of a command of one institution that can be undone. */
    interface UndoableCommandFactory {
        InstitutionCommand create(UUID command, ComplaintId complaint, String institution);
    }

    /** Sends a command and waits for its outcome, as {@link CommandGateway#sendAndAwait} does. */
    ResponseEntity<Void> execute(String code, String id, HttpServletRequest request, AgencyCommandFactory factory) {
        reachingUnit(code, CommandGateway.complaintId(id), CallerGrants.required(request))
                .attachTo(request);
        return gateway.sendAndAwait(id, request, (command, complaint) -> factory.create(command, complaint, code));
    }

    /**
     * The same, or with the header {@code Prefer: undo-window=10} a command that waits for so many seconds: 202 with where it
     * can be undone. It is judged as if it were executed now.
     */
    ResponseEntity<PendingActView> executeUndoable(
            String code, String id, HttpServletRequest request, UndoableCommandFactory factory) {
        Optional<UndoWindow> window = UndoWindow.of(request);
        ComplaintId complaint = CommandGateway.complaintId(id);
        if (window.isPresent()) {
            CallerGrants caller = reachingUnit(code, complaint, CallerGrants.required(request));
            UUID command = CommandGateway.commandId(complaint, request);
            // One that was executed already has its outcome as the answer.
            if (snapshots.commandOutcome(complaint, command).isEmpty()) {
                return pendingActs.accept(
                        factory.create(command, complaint, code), caller.actor(), window.get(), request);
            }
        }
        return ResponseEntity.status(execute(code, id, request, factory::create).getStatusCode())
                .build();
    }

    /**
     * The grants of a caller that reach a complaint. To officers of a unit one that another unit has, or none yet, does not
     * exist.
     *
     * @throws ProblemException 404 when there is none
     */
    CallerGrants reachingUnit(String code, ComplaintId complaint, CallerGrants caller) {
        if (!caller.include(AccountRole.UNIT_OFFICER)) {
            return caller;
        }
        Optional<String> unit =
                snapshots.find(complaint).filter(state -> state.isWith(code)).flatMap(HandlingState::unit);
        return caller.reachingUnit(unit).orElseThrow(() -> unknown(code));
    }

    static ProblemException unknown(String code) {
        return ProblemException.of(
                HttpStatus.NOT_FOUND, "unknown-complaint", "No such complaint is with " + code + ".");
    }
}
