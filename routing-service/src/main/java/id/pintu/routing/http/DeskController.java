package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.RoutingEvent.ArchiveGround;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problem;
import id.pintu.house.keys.InstitutionKey;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.registry.Registry;
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

    private static final int MOST = 200;

    private final DeskTray tray;
    private final IncidentBook incidents;
    private final CommandGate<HandlingCommand> gate;
    private final Supplier<Registry> registry;

    DeskController(
            DeskTray tray, IncidentBook incidents, CommandGate<HandlingCommand> gate, Supplier<Registry> registry) {
        this.tray = tray;
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
    Page list(
            @RequestParam(defaultValue = "desk") String queue,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String without,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.ofField("limit", "is 1 to " + MOST);
        }
        DeskTray.Queue whose = queue(queue);
        // Read before the tray, which is told first where a complaint went: what is still listed is still in the book.
        Together together = whose == DeskTray.Queue.DESK ? incidents.together(InstitutionKey.DESK) : Together.NONE;
        List<DeskTray.Waiting> waiting = tray.list(whose, after, dealtWith(without, together), limit, together);
        return new Page(
                waiting, waiting.size() < limit ? null : waiting.getLast().turn());
    }

    private static Set<ComplaintId> dealtWith(String incident, Together together) {
        if (incident.isEmpty()) {
            return Set.of();
        }
        ComplaintId first = first(incident);
        Set<ComplaintId> all = new HashSet<>(Set.of(first)); // the tray may list it after it has gone elsewhere
        together.all(first).forEach(each -> all.add(each.id()));
        return all;
    }

    private static ComplaintId first(String incident) {
        try {
            return ComplaintId.parse(incident);
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("without", String.valueOf(e.getMessage()));
        }
    }

    private static DeskTray.Queue queue(String name) {
        return switch (name) {
            case "desk" -> DeskTray.Queue.DESK;
            case "arbiter" -> DeskTray.Queue.ARBITER;
            default -> throw Problem.ofField("queue", "is desk or arbiter");
        };
    }

    /** Gives it to the institution the desk chose, by its code or its number among the choices, and a part of it to each of the others. */
    @PostMapping("/{id}/assign")
    ResponseEntity<Void> assign(
            @PathVariable String id, @Valid @RequestBody AssignForm form, HttpServletRequest request) {
        String code = form.choice() == null
                ? known("institution", form.institution())
                : chosen(CommandGate.complaintId(id), form.choice());
        List<String> also = form.also() == null ? List.of() : form.also();
        also.forEach(other -> known("also", other));
        return gate.ask(id, request, (command, complaint) -> new Dispose(command, complaint, code, also));
    }

    /** Decides between institutions that do not agree; binding, and a precedent. */
    @PostMapping("/{id}/rule")
    ResponseEntity<Void> rule(
            @PathVariable String id, @Valid @RequestBody RulingForm form, HttpServletRequest request) {
        String code = known("institution", form.institution());
        return gate.ask(
                id,
                request,
                (command, complaint) -> new Rule(command, complaint, code, String.valueOf(form.grounds())));
    }

    /** Lays it aside on one of the grounds there are, in words its reporter is told and may contest. */
    @PostMapping("/{id}/archive")
    ResponseEntity<Void> archive(
            @PathVariable String id, @Valid @RequestBody ArchiveForm form, HttpServletRequest request) {
        ArchiveGround ground = form.known();
        return gate.ask(
                id,
                request,
                (command, complaint) -> new Archive(command, complaint, ground, String.valueOf(form.reason())));
    }

    /** Says of what kind it is, wherever it is, which changes its limits. */
    @PostMapping("/{id}/reclassify")
    ResponseEntity<Void> reclassify(
            @PathVariable String id, @Valid @RequestBody ReclassifyForm form, HttpServletRequest request) {
        ComplaintKind kind = form.known();
        return gate.ask(
                id,
                request,
                (command, complaint) ->
                        new Reclassify(command, complaint, Optional.empty(), kind, String.valueOf(form.reason())));
    }

    private String chosen(ComplaintId complaint, int number) {
        return tray.choice(complaint, number)
                .orElseThrow(() -> Problem.ofField("choice", "is not the number of one of its choices"));
    }

    private String known(String field, @Nullable String code) {
        if (code == null || registry.get().institution(code).isEmpty()) {
            throw Problem.ofField(field, "is not the code of an institution");
        }
        return code;
    }

    /**
     * @param next what to send as {@code after} for the next page; absent on the last
     */
    record Page(List<DeskTray.Waiting> complaints, @Nullable String next) {}

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
