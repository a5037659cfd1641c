package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.standalone.simulation.SimulatedComplaint.SimulatedAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Slow reference implementation of the SLA rules: predicts the events that have to follow from each action, from the
 * guideline and a calendar that counts day by day. It shares no code with sla-service.
 */
final class ReferenceSlaModel {

    private static final ZoneId DESK_ZONE = ZoneId.of("Asia/Jakarta");

    private final ReferenceCalendar calendar = new ReferenceCalendar();
    private final Map<ComplaintId, ReferenceClocks> clocks = new HashMap<>();

    /** Clocks of a complaint; kept up to date by {@link #expectedEvents}. */
    ReferenceClocks clocksOf(ComplaintId id) {
        return clocks.computeIfAbsent(id, key -> new ReferenceClocks());
    }

    /** Applies an action to the complaint's clocks and returns the events that have to follow immediately. */
    List<ExpectedSlaEvent> expectedEvents(SimulatedComplaint complaint, SimulatedAction action, Instant at) {
        ReferenceClocks state = clocksOf(complaint.id());
        return switch (action) {
            case SUBMIT -> state.startOverall(overallClock(at));
            case HOLD -> state.start(clock(SlaClockType.DESK_VERIFICATION, DESK_ZONE, at, 3));
            case ROUTE -> state.start(clock(SlaClockType.INSTITUTION_VERIFICATION, complaint.zone(), at, 3));
            case RETURN -> state.stop();
            case VERIFY -> state.start(followUpClock(complaint, at));
            case CONTEST -> contest(complaint, state, at);
            case RECLASSIFY -> {
                Instant start = state.current().orElseThrow().start();
                yield state.replace(followUpClock(complaint, start));
            }
            case ASK -> state.pause(at);
            case REPLY -> resume(state, at);
            case RESOLVE ->
                concat(
                        state.start(clock(SlaClockType.REPORTER_SILENCE, complaint.zone(), at, 10)),
                        state.stopOverall());
            case RATE -> concat(state.stop(), List.of(ExpectedSlaEvent.closed(ClosureReason.RATED)));
            case WITHDRAW -> concat(state.stop(), state.stopOverall());
            case NOTHING -> List.of();
        };
    }

    /** The overall clock continues from the submission, unless it is past due. */
    private List<ExpectedSlaEvent> contest(SimulatedComplaint complaint, ReferenceClocks state, Instant at) {
        List<ExpectedSlaEvent> events = state.start(followUpClock(complaint, at));
        ReferenceClock overall = overallClock(complaint.submitted());
        return overall.due().isAfter(at) ? concat(events, state.startOverall(overall)) : events;
    }

    private List<ExpectedSlaEvent> resume(ReferenceClocks state, Instant at) {
        return state.pausedAt()
                .map(pausedAt -> state.replace(state.current().orElseThrow().resumed(calendar, pausedAt, at)))
                .orElse(List.of());
    }

    private ReferenceClock overallClock(Instant submitted) {
        return clock(SlaClockType.OVERALL, DESK_ZONE, submitted, 60);
    }

    private ReferenceClock followUpClock(SimulatedComplaint complaint, Instant start) {
        return clock(SlaClockType.FOLLOW_UP, complaint.zone(), start, followUpDays(complaint.kind()));
    }

    private ReferenceClock clock(SlaClockType type, ZoneId zone, Instant start, int days) {
        return ReferenceClock.of(calendar, type, zone, start, days);
    }

    private static int followUpDays(ComplaintKind kind) {
        return switch (kind) {
            case COMPLAINT -> 14;
            case SUPERVISORY_COMPLAINT -> 60;
            case INFORMATION_REQUEST, ASPIRATION -> 5;
        };
    }

    private static List<ExpectedSlaEvent> concat(List<ExpectedSlaEvent> one, List<ExpectedSlaEvent> other) {
        List<ExpectedSlaEvent> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
