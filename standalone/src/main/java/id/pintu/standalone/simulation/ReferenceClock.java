package id.pintu.standalone.simulation;

import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One SLA clock of the reference model: its due time, and the alarms (reminders, escalations, closing) still to come. */
final class ReferenceClock {

    /** Working days after the due time at which each escalation level follows, as in the guideline. */
    private static final int[] DESK = {0, 2, 10};

    private static final int[] VERIFICATION = {0, 1, 3, 5};
    private static final int[] FOLLOW_UP = {0, 3, 7, 14};
    /** The third level, after ten days, needs consent to the Ombudsman, which no simulated reporter gives. */
    private static final int[] OVERALL = {0, 5};

    private final SlaClockType type;
    private final ZoneId zone;
    private final Instant start;
    private final Instant due;
    private final NavigableMap<Instant, ExpectedSlaEvent> alarms = new TreeMap<>();
    private boolean scheduled;

    private ReferenceClock(ReferenceCalendar calendar, SlaClockType type, ZoneId zone, Instant start, Instant due) {
        this.type = type;
        this.zone = zone;
        this.start = start;
        this.due = due;
        int reminder = 1;
        for (Instant at : reminderTimes(calendar)) {
            alarms.put(at, ExpectedSlaEvent.reminded(type, reminder++, due));
        }
        if (type == SlaClockType.REPORTER_SILENCE) {
            alarms.put(due, ExpectedSlaEvent.closed(ClosureReason.SILENCE));
        } else {
            addEscalations(calendar);
        }
    }

    private void addEscalations(ReferenceCalendar calendar) {
        int level = 1;
        for (int after : escalationDays(type)) {
            LocalDate day = calendar.plusWorkingDays(LocalDate.ofInstant(due, zone), after);
            Instant at = after == 0 ? due : calendar.closingTime(day, zone);
            alarms.put(at, ExpectedSlaEvent.missed(type, level++, due));
        }
    }

    /** A clock with a limit in days. */
    static ReferenceClock of(ReferenceCalendar calendar, SlaClockType type, ZoneId zone, Instant start, int days) {
        Instant due = type == SlaClockType.REPORTER_SILENCE
                ? calendar.dueAfterCalendarDays(start, days, zone)
                : calendar.dueAfterWorkingDays(start, days, zone);
        return new ReferenceClock(calendar, type, zone, start, due);
    }

    /** This clock after a pause. Reminders whose time is past are dropped, the others numbered again from 1. */
    ReferenceClock resumed(ReferenceCalendar calendar, Instant pausedAt, Instant at) {
        Instant newDue = calendar.dueAfterPause(due, pausedAt, at, zone);
        ReferenceClock resumed = new ReferenceClock(calendar, type, zone, start, newDue);
        resumed.alarms.headMap(at).values().removeIf(ExpectedSlaEvent::isReminder);
        resumed.renumberReminders();
        return resumed;
    }

    SlaClockType type() {
        return type;
    }

    Instant start() {
        return start;
    }

    Instant due() {
        return due;
    }

    ExpectedSlaEvent setEvent() {
        return ExpectedSlaEvent.set(type, due);
    }

    /** Whether this is the first call: each clock is scheduled once. */
    boolean markScheduled() {
        boolean first = !scheduled;
        scheduled = true;
        return first;
    }

    Optional<Instant> nextAlarmAt() {
        return alarms.isEmpty() ? Optional.empty() : Optional.of(alarms.firstKey());
    }

    /** Removes the next alarm and returns its event. */
    ExpectedSlaEvent pollAlarm() {
        return alarms.pollFirstEntry().getValue();
    }

    private void renumberReminders() {
        int reminder = 1;
        for (var alarm : alarms.entrySet()) {
            if (alarm.getValue().isReminder()) {
                alarm.setValue(ExpectedSlaEvent.reminded(type, reminder++, due));
            }
        }
    }

    private List<Instant> reminderTimes(ReferenceCalendar calendar) {
        List<Instant> times = new ArrayList<>();
        LocalDate zero = calendar.dayZero(start, zone);
        LocalDate last = LocalDate.ofInstant(due, zone);
        if (type == SlaClockType.FOLLOW_UP) {
            int half = calendar.countWorkingDays(zero, last) / 2;
            Instant close = calendar.closingTime(calendar.plusWorkingDays(zero, half), zone);
            if (half > 0 && close.isBefore(due)) {
                times.add(close);
            }
        }
        if (type == SlaClockType.OVERALL) {
            times.add(calendar.closingTime(calendar.plusWorkingDays(last, -5), zone));
        } else {
            times.add(dayBefore(calendar, zero, last));
        }
        return times;
    }

    private Instant dayBefore(ReferenceCalendar calendar, LocalDate zero, LocalDate last) {
        LocalDate eve = calendar.plusWorkingDays(last, -1);
        if (!eve.isAfter(zero)) {
            Instant opens = calendar.openingTime(last, zone);
            return opens.isBefore(start) ? start : opens;
        }
        Instant close = calendar.closingTime(eve, zone);
        Instant sameTime =
                eve.atTime(LocalTime.ofInstant(due, zone)).atZone(zone).toInstant();
        return due.equals(calendar.closingTime(last, zone)) || sameTime.isAfter(close) ? close : sameTime;
    }

    private static int[] escalationDays(SlaClockType type) {
        return switch (type) {
            case DESK_VERIFICATION -> DESK;
            case INSTITUTION_VERIFICATION -> VERIFICATION;
            case FOLLOW_UP -> FOLLOW_UP;
            case OVERALL -> OVERALL;
            case REPORTER_SILENCE -> new int[0];
        };
    }
}
