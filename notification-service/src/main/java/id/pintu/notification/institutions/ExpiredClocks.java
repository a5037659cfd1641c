package id.pintu.notification.institutions;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionRef;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.List;

/** Clocks of an institution that have run out, or were escalated further, at about the same time. */
public record ExpiredClocks(InstitutionRef institution, List<ExpiredClock> clocks) implements InstitutionMailContent {

    /** Clock that has run out, and the event that says so. */
    public record ExpiredClock(ComplaintId id, SlaClockType type, Instant dueAt, ClockExpiry expiry) {}

    public ExpiredClocks {
        clocks = List.copyOf(clocks);
    }

    /** Each clock once, with its highest level. */
    public List<ExpiredClock> latest() {
        return clocks.stream()
                .filter(clock -> clocks.stream()
                        .noneMatch(other -> other.id().equals(clock.id())
                                && other.type() == clock.type()
                                && other.expiry().level() > clock.expiry().level()))
                .toList();
    }
}
