package id.pintu.sla.query;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.impact.CalendarDryRun;
import id.pintu.sla.mongo.AreaComplaintIndex;
import id.pintu.sla.oversight.OversightCalculator;
import id.pintu.sla.oversight.OversightQuery;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Read-only query service over the snapshots of all complaints' clocks. Oversight figures read the
 * snapshots of their area once for each call, those of the nation and dry runs all; nothing is cached.
 */
@Component
public class ComplaintClockQueryService {

    private static final int READ_AT_ONCE = 500;

    private final SnapshotStore<ComplaintClockState> snapshots;
    private final DeadlineEventFactory deadlines;
    private final AreaComplaintIndex areas;

    public ComplaintClockQueryService(
            SnapshotStore<ComplaintClockState> snapshots, DeadlineEventFactory deadlines, AreaComplaintIndex areas) {
        this.snapshots = snapshots;
        this.deadlines = deadlines;
        this.areas = areas;
    }

    /** The calendars in force now. */
    public InstitutionCalendars calendars() {
        return deadlines.calendars().get();
    }

    public Optional<ComplaintClockState> find(ComplaintId id) {
        return snapshots.find(id);
    }

    /** Counts the complaints of an area, or of the nation, by the calendars in force now; reads no complaint of other areas. */
    public OversightCalculator oversight(OversightQuery query) {
        OversightCalculator calculator = new OversightCalculator(query, calendars());
        if (query.area().isEmpty()) {
            snapshots.forEach((id, clocks) -> calculator.add(clocks));
            return calculator;
        }
        List<ComplaintId> ids =
                List.copyOf(areas.find(query.area(), YearMonth.from(query.from()), YearMonth.from(query.to())));
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            snapshots
                    .find(Set.copyOf(ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE))))
                    .values()
                    .forEach(calculator::add);
        }
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
