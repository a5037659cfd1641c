package id.pintu.sla.http;

import id.pintu.events.ComplaintId;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problem;
import id.pintu.house.ledger.Casebook;
import id.pintu.sla.clock.ComplaintClocks;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/complaints/{id}/clocks}: by when who has to act. */
@RestController
class ClocksController {

    private final Casebook<ComplaintClocks> casebook;

    ClocksController(Casebook<ComplaintClocks> casebook) {
        this.casebook = casebook;
    }

    /** The last run of each clock, the earliest set first; 400 when that is no tracking number, 404 when it is unknown. */
    @GetMapping("/v1/complaints/{id}/clocks")
    List<ClockView> clocks(@PathVariable String id) {
        ComplaintId complaint = CommandGate.complaintId(id);
        return casebook.find(complaint)
                .map(ClockView::of)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND, "unknown-complaint", "There is no complaint with this number."));
    }
}
