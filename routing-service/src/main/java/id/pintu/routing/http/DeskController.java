package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.mongo.DeskQueueStore;
import id.pintu.routing.mongo.IncidentGroups;
import id.pintu.routing.mongo.IncidentIndex;
import id.pintu.routing.mongo.WaitingComplaint;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.StoredInstitutionKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the national desk does with the complaints held for it; needs the desk's bearer key. */
@RestController
@RequestMapping("/v1/desk/complaints")
class DeskController {

    private static final int MAX_LIMIT = 200;

    private final DeskQueueStore queueStore;
    private final IncidentIndex incidents;
    private final CommandGateway<HandlingCommand> gate;
    private final Supplier<InstitutionRegistry> registry;

    DeskController(
            DeskQueueStore queueStore,
            IncidentIndex incidents,
            CommandGateway<HandlingCommand> gate,
            Supplier<InstitutionRegistry> registry) {
        this.queueStore = queueStore;
        this.incidents = incidents;
        this.gate = gate;
        this.registry = registry;
    }

    /**
     * Complaints that wait for the desk, oldest first.
     *
     * @param queue {@code desk} for those nobody was sure of, {@code arbiter} for those institutions dispute
     * @param after {@code next} of the page before
     * @param without the first of an incident that was just dealt with as a whole: its complaints are passed over, for
     *     they may still be listed until each has had its turn
     */
    @GetMapping
    DeskQueuePage list(
            @RequestParam(defaultValue = "desk") String queue,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String without,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.ofField("limit", "is 1 to " + MAX_LIMIT);
        }
        DeskQueueStore.DeskQueue selectedQueue = queue(queue);
        // Read before the tray, which is told first where a complaint went: what is still listed is still in the book.
        IncidentGroups groups = selectedQueue == DeskQueueStore.DeskQueue.DESK
                ? incidents.groupsHeldBy(StoredInstitutionKey.DESK)
                : IncidentGroups.NONE;
        List<WaitingComplaint> waiting =
                queueStore.list(selectedQueue, after, excludedComplaints(without, groups), limit, groups);
        return new DeskQueuePage(
                waiting, waiting.size() < limit ? null : waiting.getLast().cursor());
    }

    private static Set<ComplaintId> excludedComplaints(String incident, IncidentGroups groups) {
        if (incident.isEmpty()) {
            return Set.of();
        }
        ComplaintId first = parseIncident(incident);
        Set<ComplaintId> all = new HashSet<>(Set.of(first)); // the tray may list it after it has gone elsewhere
        groups.reportsOf(first).forEach(each -> all.add(each.id()));
        return all;
    }

    private static ComplaintId parseIncident(String incident) {
        try {
            return ComplaintId.parse(incident);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("without", String.valueOf(e.getMessage()));
        }
    }

    private static DeskQueueStore.DeskQueue queue(String name) {
        return switch (name) {
            case "desk" -> DeskQueueStore.DeskQueue.DESK;
            case "arbiter" -> DeskQueueStore.DeskQueue.ARBITER;
            default -> throw ProblemException.ofField("queue", "is desk or arbiter");
        };
    }

    /** Gives it to the institution the desk chose, by its code or its number among the choices, and a part of it to each of the others. */
    @PostMapping("/{id}/assign")
    ResponseEntity<Void> assign(
            @PathVariable String id, @Valid @RequestBody AssignForm form, HttpServletRequest request) {
        String code = form.choice() == null
                ? requireInstitution("institution", form.institution())
                : institutionOfChoice(CommandGateway.complaintId(id), form.choice());
        List<String> also = form.also() == null ? List.of() : form.also();
        also.forEach(other -> requireInstitution("also", other));
        return gate.sendAndAwait(id, request, (command, complaint) -> new Dispose(command, complaint, code, also));
    }

    /** Decides between institutions that do not agree; binding, and a precedent. */
    @PostMapping("/{id}/rule")
    ResponseEntity<Void> rule(
            @PathVariable String id, @Valid @RequestBody RulingForm form, HttpServletRequest request) {
        String code = requireInstitution("institution", form.institution());
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) -> new Rule(command, complaint, code, String.valueOf(form.grounds())));
    }

    /** Lays it aside on one of the grounds there are, in words its reporter is told and may contest. */
    @PostMapping("/{id}/archive")
    ResponseEntity<Void> archive(
            @PathVariable String id, @Valid @RequestBody ArchiveForm form, HttpServletRequest request) {
        ArchiveReasonCode ground = form.requireGround();
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) -> new Archive(command, complaint, ground, String.valueOf(form.reason())));
    }

    /** Says of what kind it is, wherever it is, which changes its limits. */
    @PostMapping("/{id}/reclassify")
    ResponseEntity<Void> reclassify(
            @PathVariable String id, @Valid @RequestBody ReclassifyForm form, HttpServletRequest request) {
        ComplaintKind kind = form.requireKind();
        return gate.sendAndAwait(
                id,
                request,
                (command, complaint) ->
                        new Reclassify(command, complaint, Optional.empty(), kind, String.valueOf(form.reason())));
    }

    private String institutionOfChoice(ComplaintId complaint, int number) {
        return queueStore
                .choice(complaint, number)
                .orElseThrow(() -> ProblemException.ofField("choice", "is not the number of one of its choices"));
    }

    private String requireInstitution(String field, @Nullable String code) {
        if (code == null || registry.get().institution(code).isEmpty()) {
            throw ProblemException.ofField(field, "is not the code of an institution");
        }
        return code;
    }

    /**
     * @param next what to send as {@code after} for the next page; absent on the last
     */
    record DeskQueuePage(
            List<WaitingComplaint> complaints,
            @Nullable String next) {}

    /**
     * @param institution code of the one that is responsible; or else its
     * @param choice number among the choices that were listed, 1 for the first
     * @param also codes of those that are responsible for a part of it
     */
    record AssignForm(
            @Nullable String institution,
            @Nullable Integer choice,

            @Size(max = 10, message = "has at most 10 codes") @Nullable
            List<String> also) {}

    /**
     * @param institution code of the one that is responsible
     * @param grounds why
     */
    record RulingForm(
            @NotBlank(message = "is required") @Nullable String institution,

            @NotBlank(message = "is required: why it is responsible")
            @Size(max = 5_000, message = "has at most 5000 characters")
            @Nullable
            String grounds) {}
}
