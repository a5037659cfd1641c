package id.pintu.standalone.simulation;

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

/** One clock as the reference sees it: when it is due, and what is to be said at which instant until it ends. */
final class ReferenceClock {

    /** Working days after the deadline at which each level follows, as the guideline's ladder has them. */
    private static final int[] DESK = {0, 2, 10};

    private static final int[] VERIFICATION = {0, 1, 3, 5};
    private static final int[] FOLLOW_UP = {0, 3, 7, 14};

    /** Nobody here agrees to the Ombudsman, so the third level, ten days after, is never said. */
    private static final int[] OVERALL = {0, 5};

    final SlaClockType clock;
    final ZoneId zone;
    final Instant start;
    final Instant due;
    boolean scheduled;
    private final NavigableMap<Instant, String> alarms = new TreeMap<>();

    private ReferenceClock(ReferenceCalendar calendar, SlaClockType clock, ZoneId zone, Instant start, Instant due) {
        this.clock = clock;
        this.zone = zone;
        this.start = start;
        this.due = due;
        int reminder = 1;
        for (Instant at : reminders(calendar)) {
            alarms.put(at, "neared " + reminder++);
        }
        if (clock == SlaClockType.REPORTER_SILENCE) {
            alarms.put(due, "closed");
        } else {
            int level = 1;
            for (int after : ladder(clock)) {
                LocalDate day = calendar.plusWorkingDays(LocalDate.ofInstant(due, zone), after);
                alarms.put(after == 0 ? due : calendar.closingTime(day, zone), "missed " + level++);
            }
        }
    }

    static ReferenceClock of(ReferenceCalendar calendar, SlaClockType clock, ZoneId zone, Instant start, int days) {
        Instant due = clock == SlaClockType.REPORTER_SILENCE
                ? calendar.dueAfterCalendarDays(start, days, zone)
                : calendar.dueAfterWorkingDays(start, days, zone);
        return new ReferenceClock(calendar, clock, zone, start, due);
    }

    static ReferenceClock due(ReferenceCalendar calendar, SlaClockType clock, ZoneId zone, Instant start, Instant due) {
        return new ReferenceClock(calendar, clock, zone, start, due);
    }

    /** A clock that starts anew has not forgotten what time it is: what lies before is not said. */
    ReferenceClock dropRemindersBefore(Instant now) {
        alarms.headMap(now).entrySet().removeIf(alarm -> alarm.getValue().startsWith("neared"));
        renumber();
        return this;
    }

    Optional<Instant> nextAlarmAt() {
        return alarms.isEmpty() ? Optional.empty() : Optional.of(alarms.firstKey());
    }

    /** What is to be said at its next instant, and no more from then on. */
    String pollAlarm() {
        return alarms.pollFirstEntry().getValue();
    }

    private void renumber() {
        int reminder = 1;
        for (var alarm : alarms.entrySet()) {
            if (alarm.getValue().startsWith("neared")) {
                alarm.setValue("neared " + reminder++);
            }
        }
    }

    private List<Instant> reminders(ReferenceCalendar calendar) {
        List<Instant> at = new ArrayList<>();
        LocalDate zero = calendar.dayZero(start, zone);
        LocalDate last = LocalDate.ofInstant(due, zone);
        if (clock == SlaClockType.FOLLOW_UP) {
            int half = calendar.countWorkingDays(zero, last) / 2;
            Instant close = calendar.closingTime(calendar.plusWorkingDays(zero, half), zone);
            if (half > 0 && close.isBefore(due)) {
                at.add(close);
            }
        }
        if (clock == SlaClockType.OVERALL) {
            at.add(calendar.closingTime(calendar.plusWorkingDays(last, -5), zone));
        } else {
            at.add(dayBefore(calendar, zero, last));
        }
        return at;
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

    private static int[] ladder(SlaClockType clock) {
        return switch (clock) {
            case DESK_VERIFICATION -> DESK;
            case INSTITUTION_VERIFICATION -> VERIFICATION;
            case FOLLOW_UP -> FOLLOW_UP;
            case OVERALL -> OVERALL;
            case REPORTER_SILENCE -> new int[0];
        };
    }
}
