package id.pintu.sla.policy;

import id.pintu.events.SlaEvent.SlaClockType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Immutable record of what one regulation defines: limits, reminders and escalations. What it does not define is taken from
 * the regulation before it.
 *
 * @param name as officials cite it, such as {@code PermenPANRB 62/2018}
 * @param validFrom first day on which a clock can start under it, in the zone of the responsible party
 * @param limits the first one that covers a clock and a kind applies
 * @param escalations levels in order, by clock
 * @param pauseLimit working days that a question without reply pauses the follow-up at most
 * @param reclassificationGrace working days that are left at least after a reclassification that shortens the limit
 * @param extension working days that a follow-up is extended by, once, when the institution asks for it
 */
public record SlaPolicy(
        String name,
        LocalDate validFrom,
        List<ClockLimit> limits,
        Map<SlaClockType, List<ReminderRule>> reminders,
        Map<SlaClockType, List<EscalationStep>> escalations,
        Optional<Integer> pauseLimit,
        Optional<Integer> reclassificationGrace,
        Optional<Integer> extension) {

    /** A policy that leaves these to the policy before it. */
    public SlaPolicy(
            String name,
            LocalDate validFrom,
            List<ClockLimit> limits,
            Map<SlaClockType, List<ReminderRule>> reminders,
            Map<SlaClockType, List<EscalationStep>> escalations) {
        this(name, validFrom, limits, reminders, escalations, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public SlaPolicy {
        limits = List.copyOf(limits);
        reminders = Map.copyOf(reminders);
        escalations = Map.copyOf(escalations);
        escalations.forEach((clock, steps) -> {
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i).workingDaysAfter() <= steps.get(i - 1).workingDaysAfter()) {
                    throw new IllegalArgumentException(
                            "level " + (i + 1) + " must come at least one working day after level " + i);
                }
            }
        });
    }
}
