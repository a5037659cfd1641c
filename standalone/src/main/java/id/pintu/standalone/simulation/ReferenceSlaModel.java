package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the clocks have to say to each deed, told by the guideline and by counting on fingers. It keeps the clocks of each
 * life beside it and knows nothing of sla-service.
 */
final class ReferenceSlaModel {

    private static final ZoneId DESK_ZONE = ZoneId.of("Asia/Jakarta");

    private final ReferenceCalendar calendar = new ReferenceCalendar();

    /** The words that have to follow from a deed, as {@link SimulationAuditor} writes them. */
    List<String> expectedEvents(SimulatedComplaint complaint, SimulatedComplaint.SimulatedAction action, Instant at) {
        List<String> expected = new ArrayList<>();
        switch (action) {
            case SUBMIT -> {
                complaint.overallClock =
                        Optional.of(ReferenceClock.of(calendar, SlaClockType.OVERALL, DESK_ZONE, at, 60));
                expected.add(deadlineSet(complaint.overallClock.get()));
            }
            case HOLD -> startClock(complaint, expected, SlaClockType.DESK_VERIFICATION, DESK_ZONE, at, 3);
            case ROUTE ->
                startClock(complaint, expected, SlaClockType.INSTITUTION_VERIFICATION, complaint.zone(), at, 3);
            case RETURN -> stopClock(complaint, expected);
            case VERIFY, CONTEST -> startFollowUp(complaint, action, expected, at);
            case RECLASSIFY -> {
                ReferenceClock before = complaint.currentClock.orElseThrow();
                complaint.currentClock = Optional.of(ReferenceClock.of(
                        calendar, SlaClockType.FOLLOW_UP, complaint.zone(), before.start, limit(complaint.kind)));
                expected.add(deadlineSet(complaint.currentClock.get()));
            }
            case ASK -> pauseClock(complaint, expected, at);
            case REPLY -> resumeClock(complaint, expected, at);
            case RESOLVE -> {
                startClock(complaint, expected, SlaClockType.REPORTER_SILENCE, complaint.zone(), at, 10);
                stopOverallClock(complaint, expected);
            }
            case RATE -> {
                stopClock(complaint, expected);
                expected.add("closed REPORTER_SILENCE rated");
                complaint.finished = true;
            }
            case WITHDRAW -> {
                stopClock(complaint, expected);
                stopOverallClock(complaint, expected);
                complaint.finished = true;
            }
            case NOTHING -> {}
        }
        return expected;
    }

    static int limit(ComplaintKind kind) {
        return switch (kind) {
            case COMPLAINT -> 14;
            case SUPERVISORY_COMPLAINT -> 60;
            case INFORMATION_REQUEST, ASPIRATION -> 5;
        };
    }

    private void startFollowUp(
            SimulatedComplaint complaint,
            SimulatedComplaint.SimulatedAction action,
            List<String> expected,
            Instant at) {
        startClock(complaint, expected, SlaClockType.FOLLOW_UP, complaint.zone(), at, limit(complaint.kind));
        Instant overallDue = calendar.dueAfterWorkingDays(complaint.submitted, 60, DESK_ZONE);
        if (action == SimulatedComplaint.SimulatedAction.CONTEST && overallDue.isAfter(at)) {
            complaint.overallClock =
                    Optional.of(ReferenceClock.of(calendar, SlaClockType.OVERALL, DESK_ZONE, complaint.submitted, 60));
            expected.add(deadlineSet(complaint.overallClock.get()));
        }
    }

    private static void pauseClock(SimulatedComplaint complaint, List<String> expected, Instant at) {
        ReferenceClock referenceClock = complaint.currentClock.orElseThrow();
        if (at.isBefore(referenceClock.due)) {
            expected.add("paused " + referenceClock.clock);
            complaint.paused = true;
            complaint.askedAt = Optional.of(at);
        }
    }

    private void resumeClock(SimulatedComplaint complaint, List<String> expected, Instant at) {
        if (complaint.paused) {
            ReferenceClock referenceClock = complaint.currentClock.orElseThrow();
            Instant due = calendar.dueAfterPause(
                    referenceClock.due, complaint.askedAt.orElseThrow(), at, referenceClock.zone);
            complaint.currentClock = Optional.of(
                    ReferenceClock.due(calendar, referenceClock.clock, referenceClock.zone, referenceClock.start, due)
                            .dropRemindersBefore(at));
            complaint.paused = false;
            expected.add(deadlineSet(complaint.currentClock.get()));
        }
    }

    private void startClock(
            SimulatedComplaint complaint,
            List<String> expected,
            SlaClockType clock,
            ZoneId zone,
            Instant at,
            int days) {
        stopClock(complaint, expected);
        complaint.currentClock = Optional.of(ReferenceClock.of(calendar, clock, zone, at, days));
        expected.add(deadlineSet(complaint.currentClock.get()));
    }

    private static void stopClock(SimulatedComplaint complaint, List<String> expected) {
        complaint.currentClock.ifPresent(referenceClock -> expected.add("met " + referenceClock.clock));
        complaint.currentClock = Optional.empty();
        complaint.paused = false;
    }

    private static void stopOverallClock(SimulatedComplaint complaint, List<String> expected) {
        complaint.overallClock.ifPresent(referenceClock -> expected.add("met " + referenceClock.clock));
        complaint.overallClock = Optional.empty();
    }

    private static String deadlineSet(ReferenceClock referenceClock) {
        return "set " + referenceClock.clock + " " + referenceClock.due;
    }
}
