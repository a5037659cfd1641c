package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problem;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
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
    private final CommandGate<HandlingCommand> gate;
    private final Supplier<Registry> registry;

    DeskController(DeskTray tray, CommandGate<HandlingCommand> gate, Supplier<Registry> registry) {
        this.tray = tray;
        this.gate = gate;
        this.registry = registry;
    }

    /**
     * Those that wait, oldest first.
     *
     * @param after {@code next} of the page before
     */
    @GetMapping
    Page list(@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.ofField("limit", "is 1 to " + MOST);
        }
        List<DeskTray.Waiting> waiting = tray.list(after, limit);
        return new Page(
                waiting, waiting.size() < limit ? null : waiting.getLast().turn());
    }

    /** Gives it to the institution the desk chose: by its code, or by its number among the choices that were listed. */
    @PostMapping("/{id}/assign")
    ResponseEntity<Void> assign(
            @PathVariable String id, @Valid @RequestBody InstitutionForm form, HttpServletRequest request) {
        ComplaintId complaint = CommandGate.complaintId(id);
        String code = form.choice() == null ? named(form) : chosen(complaint, form.choice());
        return gate.ask(new Dispose(CommandGate.commandId(request, complaint), complaint, code), request);
    }

    private String named(InstitutionForm form) {
        String code = form.institution();
        if (code == null || code.isBlank()) {
            throw Problem.ofField("institution", "is required, unless there is a choice");
        }
        if (registry.get().institution(code).isEmpty()) {
            throw Problem.ofField("institution", "is not the code of an institution");
        }
        return code;
    }

    private String chosen(ComplaintId complaint, int number) {
        return tray.choice(complaint, number)
                .orElseThrow(() -> Problem.ofField("choice", "is not the number of one of its choices"));
    }

    /** Lays it aside, with the reason its reporter is told. */
    @PostMapping("/{id}/archive")
    ResponseEntity<Void> archive(
            @PathVariable String id, @Valid @RequestBody ReasonForm form, HttpServletRequest request) {
        ComplaintId complaint = CommandGate.complaintId(id);
        return gate.ask(
                new Archive(CommandGate.commandId(request, complaint), complaint, String.valueOf(form.reason())),
                request);
    }

    /**
     * @param next what to send as {@code after} for the next page; absent on the last
     */
    record Page(List<DeskTray.Waiting> complaints, @Nullable String next) {}

    /**
     * @param choice 1 for the first of its choices, 2 for the second, …
     */
    record InstitutionForm(
            @Nullable String institution, @Nullable Integer choice) {}

    record ReasonForm(
            @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String reason) {}
}
