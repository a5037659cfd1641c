package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.http.AgencyCommandExecutor.AgencyCommandFactory;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * Executor of one answer to several linked reports, each by a command of its own. One that is refused does not keep the others from
 * being answered.
 */
@Component
class LinkedAnswerExecutor {

    private final AgencyCommandExecutor executor;
    private final SnapshotStore<HandlingState> snapshots;

    LinkedAnswerExecutor(AgencyCommandExecutor executor, SnapshotStore<HandlingState> snapshots) {
        this.executor = executor;
        this.snapshots = snapshots;
    }

    /**
     * Outcome of the answer to one complaint.
     *
     * @param outcome {@code done}, {@code pending} when it was not processed within five seconds, or the code of the problem
     * @param detail of the problem
     */
    record AnswerOutcome(ComplaintId complaint, String outcome, Optional<String> detail) {}

    /** Response body: the outcome for each complaint, that of the path first. */
    record LinkedAnswerResult(List<AnswerOutcome> outcomes) {}

    LinkedAnswerResult answer(
            String code, String id, List<String> also, HttpServletRequest request, AgencyCommandFactory factory) {
        ComplaintId first = CommandGateway.complaintId(id);
        Set<ComplaintId> others = new LinkedHashSet<>();
        also.forEach(number -> others.add(linkedNumber(number)));
        others.remove(first);
        CallerGrants caller = CallerGrants.required(request);
        List<AnswerOutcome> outcomes = new ArrayList<>();
        outcomes.add(answer(code, first, request, factory));
        Optional<ComplaintId> incident = incidentOf(first);
        for (ComplaintId other : others) {
            caller.attachTo(request);
            outcomes.add(
                    incident.isPresent() && incidentOf(other).equals(incident)
                            ? answer(code, other, withoutVersion(request), factory)
                            : new AnswerOutcome(
                                    other, "not-linked", Optional.of("It is no report of the same incident.")));
        }
        return new LinkedAnswerResult(outcomes);
    }

    private static ComplaintId linkedNumber(String number) {
        try {
            return ComplaintId.parse(number);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("also", "has complaint numbers: " + e.getMessage());
        }
    }

    /** The first complaint of its incident. */
    private Optional<ComplaintId> incidentOf(ComplaintId complaint) {
        return snapshots.find(complaint).map(state -> state.family().repeats().orElse(complaint));
    }

    private AnswerOutcome answer(
            String code, ComplaintId complaint, HttpServletRequest request, AgencyCommandFactory factory) {
        try {
            HttpStatusCode status =
                    executor.execute(code, complaint.value(), request, factory).getStatusCode();
            return new AnswerOutcome(complaint, status.value() == 204 ? "done" : "pending", Optional.empty());
        } catch (ProblemException refused) {
            String type = String.valueOf(refused.getBody().getType());
            return new AnswerOutcome(
                    complaint,
                    type.substring(type.lastIndexOf(':') + 1),
                    Optional.ofNullable(refused.getBody().getDetail()));
        }
    }

    /** {@code If-Match} is about the complaint of the path. */
    private static HttpServletRequest withoutVersion(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getHeader(String name) {
                return name.equalsIgnoreCase(HttpHeaders.IF_MATCH) ? null : super.getHeader(name);
            }
        };
    }
}
