package id.pintu.sla.policy;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every policy there ever was: the newest one valid on a day speaks first, and what it leaves out the next one says. */
public final class SlaPolicies {

    private final List<SlaPolicy> newestFirst;

    /**
     * @throws IllegalArgumentException when a clock has no limit for some kind on any day
     */
    public SlaPolicies(List<SlaPolicy> policies) {
        newestFirst = policies.stream()
                .sorted(Comparator.comparing(SlaPolicy::validFrom).reversed())
                .toList();
        for (SlaClockType clock : SlaClockType.values()) {
            for (ComplaintKind kind : ComplaintKind.values()) {
                if (find(clock, kind, LocalDate.MIN).isEmpty()) {
                    throw new IllegalArgumentException("no limit answers for " + clock + " of " + kind
                            + "; the oldest policy has to, without a valid-from");
                }
            }
        }
    }

    /** All of them, the newest first. */
    public List<SlaPolicy> newestFirst() {
        return newestFirst;
    }

    /**
     * @param day when the clock starts, in the zone of who is responsible
     */
    public ClockLimit limit(SlaClockType clock, ComplaintKind kind, LocalDate day) {
        return find(clock, kind, day).orElseThrow();
    }

    /** Who is told, level by level, when a clock that started on this day is missed. */
    public List<EscalationStep> escalationSteps(SlaClockType clock, LocalDate day) {
        return firstDefined(SlaPolicy::escalations, clock, day);
    }

    /** The reminders of a clock that started on this day. */
    public List<ReminderRule> reminders(SlaClockType clock, LocalDate day) {
        return firstDefined(SlaPolicy::reminders, clock, day);
    }

    private Optional<ClockLimit> find(SlaClockType clock, ComplaintKind kind, LocalDate day) {
        return valid(day)
                .flatMap(policy -> policy.limits().stream())
                .filter(limit -> limit.covers(clock, kind))
                .findFirst();
    }

    private <T> List<T> firstDefined(
            Function<SlaPolicy, Map<SlaClockType, List<T>>> part, SlaClockType clock, LocalDate day) {
        return valid(day)
                .flatMap(policy -> Stream.ofNullable(part.apply(policy).get(clock)))
                .findFirst()
                .orElse(List.of());
    }

    private Stream<SlaPolicy> valid(LocalDate day) {
        return newestFirst.stream().filter(policy -> !policy.validFrom().isAfter(day));
    }
}
