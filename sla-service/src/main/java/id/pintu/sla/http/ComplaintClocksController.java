package id.pintu.sla.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** By when who has to act. */
@RestController
class ComplaintClocksController {

    private final SnapshotStore<ComplaintClockState> snapshots;

    private final DeadlineEventFactory deadlines;
    private final InstantSource clock;

    ComplaintClocksController(
            SnapshotStore<ComplaintClockState> snapshots, DeadlineEventFactory deadlines, InstantSource clock) {
        this.snapshots = snapshots;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * The last run of each clock, the earliest set first, each with the way it was counted; 400 when that is no tracking
     * number, 404 when it is unknown.
     */
    @GetMapping("/v1/complaints/{id}/clocks")
    List<SlaClockView> clocks(@PathVariable String id) {
        return SlaClockView.of(requireClocks(id), deadlines.calendars().get());
    }

    /** Every stay of a complaint, and the office hours it took. */
    @GetMapping("/v1/complaints/{id}/hops")
    List<ComplaintStayView> hops(@PathVariable String id) {
        return ComplaintStayView.of(requireClocks(id), deadlines.calendars().get(), clock.instant());
    }

    private ComplaintClockState requireClocks(String id) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        return snapshots
                .find(complaint)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "unknown-complaint", "There is no complaint with this number."));
    }
}
