package id.pintu.sla.query;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.impact.CalendarDryRun;
import id.pintu.sla.oversight.OversightCalculator;
import id.pintu.sla.oversight.OversightQuery;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Read-only query service over the snapshots of all complaints' clocks. Oversight figures and dry runs read every
 * snapshot once for each call; nothing is cached.
 */
@Component
public class ComplaintClockQueryService {

    private final SnapshotStore<ComplaintClockState> snapshots;
    private final DeadlineEventFactory deadlines;

    public ComplaintClockQueryService(SnapshotStore<ComplaintClockState> snapshots, DeadlineEventFactory deadlines) {
        this.snapshots = snapshots;
        this.deadlines = deadlines;
    }

    /** The calendars in force now. */
    public InstitutionCalendars calendars() {
        return deadlines.calendars().get();
    }

    public Optional<ComplaintClockState> find(ComplaintId id) {
        return snapshots.find(id);
    }

    /** Counts all complaints by the calendars in force now. */
    public OversightCalculator oversight(OversightQuery query) {
        OversightCalculator calculator = new OversightCalculator(query, calendars());
        snapshots.forEach((id, clocks) -> calculator.add(clocks));
        return calculator;
    }

    /** What a decree would do to the deadlines that are open now; nothing changes. */
    public CalendarDryRun dryRun(CalendarDecree decree, Instant now) {
        InstitutionCalendars current = calendars();
        InstitutionCalendars proposed = current.with(current.version() + 1, decree);
        CalendarDryRun dryRun = new CalendarDryRun(new DeadlineEventFactory(() -> proposed, deadlines.policies()));
        snapshots.forEach((id, clocks) -> dryRun.add(clocks, now));
        return dryRun;
    }
}
