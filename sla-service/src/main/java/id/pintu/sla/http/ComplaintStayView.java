package id.pintu.sla.http;

import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.stay.ComplaintStay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * JSON view of one stay of a complaint at an institution or the desk.
 *
 * @param usedHours office hours used, without those spent waiting for the reporter
 */
record ComplaintStayView(
        int assignment,
        String institution,
        Instant came,
        Optional<Instant> firstStep,
        Optional<Instant> answered,
        Optional<Instant> left,
        List<ClockPause> pauses,
        double usedHours) {

    static List<ComplaintStayView> of(ComplaintClockState clocks, InstitutionCalendars calendars, Instant now) {
        return clocks.handling().stayHistory().stays().stream()
                .map(stay -> of(
                        stay,
                        calendars.of(stay.party().institution(), stay.party().zone()),
                        now))
                .toList();
    }

    private static ComplaintStayView of(ComplaintStay stay, WorkingCalendar calendar, Instant now) {
        Duration used = stay.used(calendar, now);
        return new ComplaintStayView(
                stay.party().assignment(),
                stay.party().institution(),
                stay.startedAt(),
                stay.progress().firstStep(),
                stay.progress().answered(),
                stay.progress().left(),
                stay.reporterWait().pauses(),
                Math.round(used.toMinutes() / 6.0) / 10.0);
    }
}
