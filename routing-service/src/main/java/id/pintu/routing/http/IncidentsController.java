package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.ArchiveGround;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problem;
import id.pintu.house.http.Traceparent;
import id.pintu.house.keys.InstitutionKey;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports of one thing, seen together and dealt with at once, by the institution or by the national desk, whosever key
 * it is. What is asked is asked of the first and of every repeat in the same hands. 202: each has its turn; one that is
 * in other hands by then is left alone.
 */
@RestController
class IncidentsController {

    private final IncidentBook book;
    private final CommandGate<HandlingCommand> gate;
    private final Supplier<Registry> registry;

    IncidentsController(IncidentBook book, CommandGate<HandlingCommand> gate, Supplier<Registry> registry) {
        this.book = book;
        this.gate = gate;
        this.registry = registry;
    }

    /** What several reports tell of, the most reported first. */
    @GetMapping("/v1/agencies/{code}/incidents")
    List<IncidentBook.Incident> list(@PathVariable String code) {
        return book.at(code);
    }

    /** Gives them all the same final answer. */
    @PostMapping("/v1/agencies/{code}/incidents/{id}/resolve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Asked> resolve(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody AnswerForm form,
            HttpServletRequest request) {
        return ask(
                code,
                id,
                request,
                (command, complaint) -> new Resolve(command, complaint, code, String.valueOf(form.answer())));
    }

    /** What several reports tell of that wait for the desk, the most reported first. */
    @GetMapping("/v1/desk/incidents")
    List<IncidentBook.Incident> atDesk() {
        return book.at(InstitutionKey.DESK);
    }

    /** Gives them all to one institution. */
    @PostMapping("/v1/desk/incidents/{id}/assign")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Asked> assign(
            @PathVariable String id, @Valid @RequestBody PlaceForm form, HttpServletRequest request) {
        String institution = String.valueOf(form.institution());
        if (registry.get().institution(institution).isEmpty()) {
            throw Problem.ofField("institution", "is not the code of an institution");
        }
        return ask(
                InstitutionKey.DESK,
                id,
                request,
                (command, complaint) -> new Dispose(command, complaint, institution, List.of()));
    }

    /** Lays them all aside, on one ground and with one reason. */
    @PostMapping("/v1/desk/incidents/{id}/archive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Asked> archive(
            @PathVariable String id, @Valid @RequestBody ArchiveForm form, HttpServletRequest request) {
        ArchiveGround ground = form.known();
        return ask(
                InstitutionKey.DESK,
                id,
                request,
                (command, complaint) -> new Archive(command, complaint, ground, String.valueOf(form.reason())));
    }

    private ResponseEntity<Asked> ask(
            String hands, String typed, HttpServletRequest request, CommandGate.Making<HandlingCommand> making) {
        ComplaintId first = CommandGate.complaintId(typed);
        String asked = request.getRequestURI() + " " + CommandGate.idempotencyKey(request);
        Optional<String> traceparent = Traceparent.of(request.getHeader(Traceparent.HEADER));
        List<HandlingCommand> all = book.all(first, hands).stream()
                .<HandlingCommand>map(each -> making.make(identity(each, asked), each))
                .toList();
        gate.putAll(all, traceparent);
        return ResponseEntity.accepted().body(new Asked(all.size()));
    }

    private static UUID identity(ComplaintId each, String asked) {
        return UUID.nameUUIDFromBytes((each + " " + asked).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param complaints of how many complaints it is asked
     */
    record Asked(int complaints) {}

    /**
     * @param institution code of the one that is responsible
     */
    record PlaceForm(
            @NotBlank(message = "is required") @Nullable String institution) {}
}
