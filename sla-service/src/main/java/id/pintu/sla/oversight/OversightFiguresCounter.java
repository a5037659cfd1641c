package id.pintu.sla.oversight;

import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.CurrentClockPhase.ClockPhase;
import id.pintu.sla.clock.DeadlineState;
import id.pintu.sla.clock.stay.ComplaintStay;
import id.pintu.sla.clock.stay.ResponsibleParty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accumulator of the oversight figures of one group of complaints. Not thread-safe. */
final class OversightFiguresCounter {

    private final InstitutionCalendars calendars;
    private int received;
    private int verified;
    private int selesai;
    private int proses;
    private int ended;
    private int inTime;
    private final List<Integer> verification = new ArrayList<>();
    private final List<Integer> followUp = new ArrayList<>();
    private final List<Integer> stays = new ArrayList<>();

    OversightFiguresCounter(InstitutionCalendars calendars) {
        this.calendars = calendars;
    }

    void add(ComplaintClockState clocks) {
        boolean started = institutions(clocks)
                .anyMatch(stay -> stay.progress().firstStep().isPresent());
        boolean answered = institutions(clocks)
                .reduce((one, last) -> last)
                .filter(stay -> stay.progress().answered().isPresent())
                .isPresent();
        received++;
        verified += started ? 1 : 0;
        selesai += answered ? 1 : 0;
        proses += started && !answered && clocks.handling().currentPhase().phase() != ClockPhase.OVER ? 1 : 0;
        Stream.of(SlaClockType.INSTITUTION_VERIFICATION, SlaClockType.FOLLOW_UP)
                .flatMap(clock -> Stream.ofNullable(clocks.deadlines().byClock().get(clock)))
                .filter(deadline -> deadline.status() == DeadlineState.DeadlineStatus.MET
                        || deadline.escalation().level() > 0)
                .forEach(deadline -> {
                    ended++;
                    inTime += deadline.escalation().level() == 0 ? 1 : 0;
                });
        institutions(clocks).forEach(this::measure);
    }

    OversightFigures figures(String key) {
        return new OversightFigures(
                key,
                received,
                verified,
                selesai,
                proses,
                ended == 0 ? Optional.empty() : Optional.of(OversightFigures.percent(inTime, ended)),
                spread(verification),
                spread(followUp),
                spread(stays));
    }

    private void measure(ComplaintStay stay) {
        WorkingCalendar calendar =
                calendars.of(stay.party().institution(), stay.party().zone());
        stay.progress().firstStep().ifPresent(step -> verification.add(calendar.workingDays(stay.startedAt(), step)));
        stay.progress().answered().ifPresent(answer -> {
            Instant begun = stay.progress().firstStep().orElse(stay.startedAt());
            followUp.add(calendar.workingDays(begun, answer));
        });
        stay.progress().left().ifPresent(left -> stays.add(calendar.workingDays(stay.startedAt(), left)));
    }

    private static Stream<ComplaintStay> institutions(ComplaintClockState clocks) {
        return clocks.handling().stayHistory().stays().stream()
                .filter(stay -> !stay.party().institution().equals(ResponsibleParty.DESK.institution()));
    }

    private static OversightFigures.WorkingDaySpread spread(List<Integer> days) {
        return new OversightFigures.WorkingDaySpread(quantile(days, 0.5), quantile(days, 0.9));
    }

    /** The smallest value that this share of the values does not exceed. */
    private static Optional<Integer> quantile(List<Integer> days, double share) {
        List<Integer> sorted = days.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1)));
    }
}
