package id.pintu.sla.http;

import id.pintu.events.ComplaintId;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problem;
import id.pintu.house.ledger.Casebook;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** By when who has to act. */
@RestController
class ClocksController {

    private final Casebook<ComplaintClocks> casebook;

    private final Deadlines deadlines;
    private final InstantSource clock;

    ClocksController(Casebook<ComplaintClocks> casebook, Deadlines deadlines, InstantSource clock) {
        this.casebook = casebook;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * The last run of each clock, the earliest set first, each with the way it was counted; 400 when that is no tracking
     * number, 404 when it is unknown.
     */
    @GetMapping("/v1/complaints/{id}/clocks")
    List<ClockView> clocks(@PathVariable String id) {
        return ClockView.of(known(id), deadlines.almanac().get());
    }

    /** Every stay of a complaint, and the office hours it took. */
    @GetMapping("/v1/complaints/{id}/hops")
    List<HopView> hops(@PathVariable String id) {
        return HopView.of(known(id), deadlines.almanac().get(), clock.instant());
    }

    private ComplaintClocks known(String id) {
        ComplaintId complaint = CommandGate.complaintId(id);
        return casebook.find(complaint)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND, "unknown-complaint", "There is no complaint with this number."));
    }
}
