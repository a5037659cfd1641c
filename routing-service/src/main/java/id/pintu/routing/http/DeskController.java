package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.routing.actions.AgencyActionForm.ReclassifyForm;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.mongo.DeskQueueStore;
import id.pintu.routing.mongo.DeskQueueStore.DeskQueue;
import id.pintu.routing.mongo.FailedComplaintQueue;
import id.pintu.routing.mongo.IncidentGroups;
import id.pintu.routing.mongo.IncidentIndex;
import id.pintu.routing.mongo.WaitingComplaint;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.ActingAccount;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.StoredInstitutionKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller for the national desk's work on the complaints held for it; needs the desk's bearer key. */
@RestController
@RequestMapping("/v1/desk/complaints")
class DeskController {

    private static final int MAX_LIMIT = 200;

    /** Empty for the first page, else time of submission and tracking number. */
    private static final Pattern CURSOR = Pattern.compile("|[0-9T:.Z-]{0,40}/[0-9A-Z-]{16}");

    private final DeskQueueStore queueStore;
    private final IncidentIndex incidents;
    private final CommandGateway<HandlingCommand> gateway;
    private final InstitutionCodeValidator institutions;
    private final FailedComplaintQueue failed;

    DeskController(
            DeskQueueStore queueStore,
            IncidentIndex incidents,
            CommandGateway<HandlingCommand> gateway,
            Supplier<InstitutionRegistry> registry,
            FailedComplaintQueue failed) {
        this.failed = failed;
        this.queueStore = queueStore;
        this.incidents = incidents;
        this.gateway = gateway;
        this.institutions = new InstitutionCodeValidator(registry);
    }

    /**
     * Lists the complaints that wait for the desk, oldest first. A complaint of which a step could not be processed is among
     * them, wherever it is, and its explanation says so.
     *
     * @param queue {@code desk} for those that routing was not sure about, {@code arbiter} for those that institutions
     *     dispute
     * @param after {@code next} of the page before
     * @param without first complaint of an incident that was just dealt with as a whole: its complaints are left out,
     *     because they stay listed until the command for each is processed
     */
    @PersonalData
    @GetMapping
    DeskQueuePage list(
            @RequestParam(defaultValue = "desk") String queue,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String without,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        PageLimit.requireInRange(limit, MAX_LIMIT);
        requireCursor(after);
        DeskQueue selectedQueue = queue(queue);
        requireRole(selectedQueue, caller);
        // Read before the queue, which is updated first: a complaint still queued is then still in its group.
        IncidentGroups groups = selectedQueue == DeskQueue.DESK
                ? incidents.groupsHeldBy(StoredInstitutionKey.DESK)
                : IncidentGroups.NONE;
        Set<ComplaintId> excluded = excludedComplaints(without, groups);
        List<WaitingComplaint> queued = queueStore.list(selectedQueue, after, excluded, limit, groups);
        List<WaitingComplaint> waiting =
                selectedQueue == DeskQueue.DESK ? failed.addTo(queued, after, excluded, limit) : queued;
        return new DeskQueuePage(
                waiting, waiting.size() < limit ? null : waiting.getLast().cursor());
    }

    private static void requireRole(DeskQueue queue, CallerGrants caller) {
        AccountRole role = switch (queue) {
            case DESK -> AccountRole.NATIONAL_DESK;
            case ARBITER -> AccountRole.ARBITER;
        };
        if (!caller.include(role)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN, "forbidden", "This queue is for the role " + role.wireName() + ".");
        }
    }

    private static void requireCursor(String after) {
        if (!CURSOR.matcher(after).matches()) {
            throw ProblemException.ofField("after", "is the value of next in the page before");
        }
    }

    private static Set<ComplaintId> excludedComplaints(String incident, IncidentGroups groups) {
        if (incident.isEmpty()) {
            return Set.of();
        }
        ComplaintId first = parseIncident(incident);
        Set<ComplaintId> all = new HashSet<>(Set.of(first)); // may still be queued after it left the group
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

    private static DeskQueue queue(String name) {
        return switch (name) {
            case "desk" -> DeskQueue.DESK;
            case "arbiter" -> DeskQueue.ARBITER;
            default -> throw ProblemException.ofField("queue", "is desk or arbiter");
        };
    }

    /** Assigns it to an institution, by its code or its number among the choices, and a part of it to each of the others. */
    @PostMapping("/{id}/assign")
    ResponseEntity<Void> assign(
            @PathVariable String id, @Valid @RequestBody AssignForm form, HttpServletRequest request) {
        String code = form.choice() == null
                ? institutions.requireKnown("institution", form.institution())
                : institutionOfChoice(CommandGateway.complaintId(id), form.choice());
        List<String> also = form.also() == null ? List.of() : form.also();
        also.forEach(other -> institutions.requireKnown("also", other));
        return decide(id, request, (command, complaint) -> new Dispose(command, complaint, code, also));
    }

    private String institutionOfChoice(ComplaintId complaint, int number) {
        return queueStore
                .choice(complaint, number)
                .orElseThrow(() -> ProblemException.ofField("choice", "is not the number of one of its choices"));
    }

    /** Decides between institutions that do not agree; binding, and a precedent. */
    @PostMapping("/{id}/rule")
    ResponseEntity<Void> rule(
            @PathVariable String id, @Valid @RequestBody RulingForm form, HttpServletRequest request) {
        institutions.requireKnown("institution", form.institution());
        return decide(id, request, form::toCommand);
    }

    /** Archives it on one of the legal grounds, with a reason that its reporter may read and contest. */
    @PostMapping("/{id}/archive")
    ResponseEntity<Void> archive(
            @PathVariable String id, @Valid @RequestBody ArchiveForm form, HttpServletRequest request) {
        return decide(id, request, form::toCommand);
    }

    /** Corrects its kind, also while an institution is responsible, which changes its deadlines. */
    @PostMapping("/{id}/reclassify")
    ResponseEntity<Void> reclassify(
            @PathVariable String id, @Valid @RequestBody ReclassifyForm form, HttpServletRequest request) {
        return decide(id, request, form::toCommand);
    }

    /** Says that nothing more is to be done about the steps of it that could not be processed. */
    @PostMapping("/{id}/dismiss-failures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismissFailures(
            @PathVariable String id,
            @Valid @RequestBody DismissFailuresForm form,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        failed.dismiss(
                CommandGateway.complaintId(id), caller.actor().toString(), Objects.requireNonNull(form.reason()));
    }

    /** A decision of the desk also settles what failed before. */
    private ResponseEntity<Void> decide(
            String id, HttpServletRequest request, CommandGateway.CommandFactory<HandlingCommand> factory) {
        ResponseEntity<Void> response = gateway.sendAndAwait(id, request, factory);
        if (response.getStatusCode() == HttpStatus.NO_CONTENT) {
            failed.dismiss(
                    CommandGateway.complaintId(id),
                    ActingAccount.required(request).toString(),
                    "decided by the desk");
        }
        return response;
    }

    /**
     * @param next what to send as {@code after} for the next page; absent on the last
     */
    record DeskQueuePage(
            List<WaitingComplaint> complaints, @Nullable String next) {}

    /**
     * @param institution code of the responsible institution; this or the choice is required
     * @param choice number of the responsible institution among the listed choices, from 1
     * @param also codes of the institutions that are responsible for a part of it
     */
    record AssignForm(
            @Nullable String institution,
            @Nullable Integer choice,

            @Size(max = 10, message = "has at most 10 codes") @Nullable
            List<String> also) {}

    /** @param reason why nothing more is to be done */
    record DismissFailuresForm(
            @NotBlank(message = "is required") @Size(max = 1_000, message = "has at most 1000 characters") @Nullable
            String reason) {}

    /**
     * @param institution code of the responsible institution
     * @param grounds why
     */
    record RulingForm(
            @NotBlank(message = "is required") @Nullable String institution,

            @NotBlank(message = "is required: why it is responsible")
            @Size(max = 5_000, message = "has at most 5000 characters")
            @Nullable
            String grounds) {

        Rule toCommand(UUID command, ComplaintId complaint) {
            return new Rule(command, complaint, Objects.requireNonNull(institution), Objects.requireNonNull(grounds));
        }
    }
}
