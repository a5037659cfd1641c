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

/**
 * Immutable lookup of limits, reminders and escalations in all policies, past and present: on a given day the newest valid
 * policy applies, and what it does not define is taken from the one before it.
 */
public final class SlaPolicies {

    private static final int DEFAULT_PAUSE_LIMIT = 10;
    private static final int DEFAULT_RECLASSIFICATION_GRACE = 1;

    private final List<SlaPolicy> newestFirst;

    /**
     * @throws IllegalArgumentException if a clock has no limit for some kind on some day
     */
    public SlaPolicies(List<SlaPolicy> policies) {
        newestFirst = policies.stream()
                .sorted(Comparator.comparing(SlaPolicy::validFrom).reversed())
                .toList();
        for (SlaClockType clock : SlaClockType.values()) {
            for (ComplaintKind kind : ComplaintKind.values()) {
                if (find(clock, kind, LocalDate.MIN).isEmpty()) {
                    throw new IllegalArgumentException("no limit is defined for " + clock + " of " + kind
                            + "; the oldest policy must define it, without a valid-from");
                }
            }
        }
    }

    /** All policies, the newest first. */
    public List<SlaPolicy> newestFirst() {
        return newestFirst;
    }

    /**
     * Limit of a clock for a kind of report.
     *
     * @param day on which the clock starts, in the zone of the responsible party
     */
    public ClockLimit limit(SlaClockType clock, ComplaintKind kind, LocalDate day) {
        return find(clock, kind, day).orElseThrow();
    }

    /** Escalation levels, in order, of a clock that started on this day. */
    public List<EscalationStep> escalationSteps(SlaClockType clock, LocalDate day) {
        return firstDefined(SlaPolicy::escalations, clock, day);
    }

    /** Reminder rules of a clock that started on this day. */
    public List<ReminderRule> reminders(SlaClockType clock, LocalDate day) {
        return firstDefined(SlaPolicy::reminders, clock, day);
    }

    /** Working days that a question without reply pauses a follow-up at most that started on this day. */
    public int pauseLimit(LocalDate day) {
        return firstDefined(SlaPolicy::pauseLimit, day).orElse(DEFAULT_PAUSE_LIMIT);
    }

    /** Working days that are left at least when a reclassification shortens the limit of a follow-up that started on this day. */
    public int reclassificationGrace(LocalDate day) {
        return firstDefined(SlaPolicy::reclassificationGrace, day).orElse(DEFAULT_RECLASSIFICATION_GRACE);
    }

    /** Working days by which a follow-up that started on this day is extended, once; empty where none is granted. */
    public Optional<Integer> extension(LocalDate day) {
        return firstDefined(SlaPolicy::extension, day).filter(days -> days > 0);
    }

    private Optional<Integer> firstDefined(Function<SlaPolicy, Optional<Integer>> part, LocalDate day) {
        return valid(day).flatMap(policy -> part.apply(policy).stream()).findFirst();
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
