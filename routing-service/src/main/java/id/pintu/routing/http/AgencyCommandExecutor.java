package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.HandlingCommand;
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

/** Executor of the commands of institutions that come over HTTP, by callers whom the complaint is within reach of. */
@Component
class AgencyCommandExecutor {

    private final CommandGateway<HandlingCommand> gateway;
    private final SnapshotStore<HandlingState> snapshots;

    AgencyCommandExecutor(CommandGateway<HandlingCommand> gateway, SnapshotStore<HandlingState> snapshots) {
        this.gateway = gateway;
        this.snapshots = snapshots;
    }

    /** Factory of the command of one institution. */
    interface AgencyCommandFactory {
        HandlingCommand create(UUID command, ComplaintId complaint, String institution);
    }

    /** Sends a command and waits for its outcome, as {@link CommandGateway#sendAndAwait} does. */
    ResponseEntity<Void> execute(String code, String id, HttpServletRequest request, AgencyCommandFactory factory) {
        reachingUnit(code, CommandGateway.complaintId(id), CallerGrants.required(request))
                .attachTo(request);
        return gateway.sendAndAwait(id, request, (command, complaint) -> factory.create(command, complaint, code));
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
