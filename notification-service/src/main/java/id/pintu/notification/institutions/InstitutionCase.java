package id.pintu.notification.institutions;

import id.pintu.events.InstitutionRef;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One complaint as the mails to its institution need it; nothing that a person wrote.
 *
 * @param institution that is responsible; empty while none is
 * @param assignedAt when it became responsible
 * @param ended whether nothing is to be done any more
 * @param clocks the latest reading of each clock of institutions
 */
public record InstitutionCase(
        Optional<InstitutionRef> institution,
        Optional<Instant> assignedAt,
        boolean ended,
        Map<SlaClockType, InstitutionClock> clocks) {

    static final InstitutionCase UNKNOWN = new InstitutionCase(Optional.empty(), Optional.empty(), false, Map.of());

    /** A running clock of the responsible institution. */
    public record RunningClock(SlaClockType type, InstitutionClock clock) {}

    public InstitutionCase {
        clocks = Map.copyOf(clocks);
    }

    /** Whether the institution has to do something by a deadline. */
    public boolean isDue() {
        return runningClock().isPresent();
    }

    /** The running clock of the responsible institution that is due first. A clock of the one before does not count. */
    public Optional<RunningClock> runningClock() {
        return runningClocks().stream()
                .min(Comparator.comparing(each -> each.clock().dueAt()));
    }

    /** The running clocks of the responsible institution; usually one. */
    public List<RunningClock> runningClocks() {
        return ended
                ? List.of()
                : clocks.entrySet().stream()
                        .map(each -> new RunningClock(each.getKey(), each.getValue()))
                        .filter(each -> each.clock().running() && isOwn(each.clock()))
                        .toList();
    }

    /** The latest expiry of a running clock. */
    public Optional<Instant> lastExpiry() {
        return runningClocks().stream()
                .flatMap(each -> each.clock().expiries().stream())
                .map(ClockExpiry::at)
                .max(Comparator.naturalOrder());
    }

    private boolean isOwn(InstitutionClock clock) {
        return institution
                .filter(responsible -> responsible.code().equals(clock.institution()))
                .isPresent();
    }

    InstitutionCase assigned(InstitutionRef to, Instant at) {
        return new InstitutionCase(Optional.of(to), Optional.of(at), ended, clocks);
    }

    InstitutionCase withoutInstitution() {
        return new InstitutionCase(Optional.empty(), Optional.empty(), ended, clocks);
    }

    InstitutionCase withEnded(boolean now) {
        return new InstitutionCase(institution, assignedAt, now, clocks);
    }

    /** Of two readings of a clock the later one applies, in whichever order they come. */
    InstitutionCase with(SlaClockType type, InstitutionClock reading) {
        InstitutionClock former = clocks.get(type);
        if (former != null && reading.at().isBefore(former.at())) {
            return this;
        }
        Map<SlaClockType, InstitutionClock> next = new EnumMap<>(SlaClockType.class);
        next.putAll(clocks);
        next.put(type, reading);
        return new InstitutionCase(institution, assignedAt, ended, next);
    }

    InstitutionCase change(SlaClockType type, UnaryOperator<InstitutionClock> change) {
        InstitutionClock former = clocks.get(type);
        return former == null ? this : with(type, change.apply(former));
    }
}
