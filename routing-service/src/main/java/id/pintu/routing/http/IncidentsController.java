package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Traceparent;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.http.IncidentBook.Repeat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports of one thing, seen together and answered at once; needs the institution's bearer key. */
@RestController
@RequestMapping("/v1/agencies/{code}/incidents")
class IncidentsController {

    private final IncidentBook book;
    private final CommandGate<HandlingCommand> gate;

    IncidentsController(IncidentBook book, CommandGate<HandlingCommand> gate) {
        this.book = book;
        this.gate = gate;
    }

    /** What several reports tell of, the most reported first. */
    @GetMapping
    List<Incident> list(@PathVariable String code) {
        Map<ComplaintId, List<ComplaintId>> byFirst = book.at(code).stream()
                .collect(Collectors.groupingBy(
                        Repeat::first, TreeMap::new, Collectors.mapping(Repeat::complaintId, Collectors.toList())));
        return byFirst.entrySet().stream()
                .map(each -> new Incident(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(
                        (Incident incident) -> -incident.repeats().size()))
                .toList();
    }

    /**
     * Gives the same final answer to the first and to every repeat that is still with the institution. 202: each is
     * answered when its turn comes; one that is no longer the institution's is left alone.
     */
    @PostMapping("/{id}/resolve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Asked> resolve(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody AnswerForm form,
            HttpServletRequest request) {
        ComplaintId first = CommandGate.complaintId(id);
        String key = CommandGate.idempotencyKey(request);
        Optional<String> traceparent = Traceparent.of(request.getHeader(Traceparent.HEADER));
        List<ComplaintId> all = Stream.concat(
                        Stream.of(first),
                        book.at(code).stream()
                                .filter(repeat -> repeat.first().equals(first))
                                .map(Repeat::complaintId))
                .toList();
        all.forEach(each -> gate.put(
                new Resolve(identity(key, first, each), each, code, String.valueOf(form.answer())), traceparent));
        return ResponseEntity.accepted().body(new Asked(all.size()));
    }

    private static UUID identity(String key, ComplaintId first, ComplaintId each) {
        return UUID.nameUUIDFromBytes(("incident/" + first + "/" + each + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param first the complaint that told of it first, wherever it is
     * @param repeats those with this institution, still to be answered
     */
    record Incident(ComplaintId first, List<ComplaintId> repeats) {}

    /**
     * @param complaints how many complaints get the answer
     */
    record Asked(int complaints) {}

    record AnswerForm(
            @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
            String answer) {}
}
