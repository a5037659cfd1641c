package id.pintu.sla.http;

import id.pintu.events.ComplaintId;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.query.ComplaintClockQueryService;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** HTTP endpoints for the clocks and stays of one complaint. */
@RestController
class ComplaintClocksController {

    private final ComplaintClockQueryService queries;
    private final InstantSource clock;

    ComplaintClocksController(ComplaintClockQueryService queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The last run of each clock, the earliest set first, with an explanation of how it was counted; 400 if the number is no
     * tracking number, 404 if it is unknown.
     */
    @GetMapping("/v1/complaints/{id}/clocks")
    List<SlaClockView> clocks(@PathVariable String id) {
        return SlaClockView.of(requireClocks(id), queries.calendars());
    }

    /** Every stay of a complaint, and the office hours used in it. */
    @GetMapping("/v1/complaints/{id}/hops")
    List<ComplaintStayView> hops(@PathVariable String id) {
        return ComplaintStayView.of(requireClocks(id), queries.calendars(), clock.instant());
    }

    private ComplaintClockState requireClocks(String id) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        return queries.find(complaint)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "unknown-complaint", "There is no complaint with this number."));
    }
}
