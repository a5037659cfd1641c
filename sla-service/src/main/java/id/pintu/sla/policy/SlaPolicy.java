package id.pintu.sla.policy;

import id.pintu.events.SlaEvent.SlaClockType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one regulation says about time. What it leaves out, the one before it still says.
 *
 * @param name as officials cite it, such as {@code PermenPANRB 62/2018}
 * @param validFrom the first day, in the zone of who is responsible, on which a clock can start under it
 * @param limits the first that covers a clock and a kind counts
 * @param escalations the levels of escalation in order, by clock
 */
public record SlaPolicy(
        String name,
        LocalDate validFrom,
        List<ClockLimit> limits,
        Map<SlaClockType, List<ReminderRule>> reminders,
        Map<SlaClockType, List<EscalationStep>> escalations) {

    public SlaPolicy {
        limits = List.copyOf(limits);
        reminders = Map.copyOf(reminders);
        escalations = Map.copyOf(escalations);
        escalations.forEach((clock, ladder) -> {
            for (int i = 1; i < ladder.size(); i++) {
                if (ladder.get(i).workingDaysAfter() <= ladder.get(i - 1).workingDaysAfter()) {
                    throw new IllegalArgumentException(
                            "level " + (i + 1) + " comes after level " + i + ", by whole days");
                }
            }
        });
    }
}
