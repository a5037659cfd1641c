package id.pintu.portal.oversight;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the events of one complaint say, read from the whole list each time: slow, and by other means than the table of facts.
 * Figures are compared with it.
 */
record LedgerReading(List<ComplaintEvent> events) {

    /** A holiday, so that the calendars are tried. */
    static final LocalDate HOLIDAY = LocalDate.of(2026, 3, 19);

    static boolean isWorkingDay(LocalDate day) {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()) && !day.equals(HOLIDAY);
    }

    <E> Optional<E> last(Class<E> type) {
        return all(type).reduce((one, later) -> later);
    }

    <E> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private int lastIndex(Class<?>... types) {
        for (int i = events.size() - 1; i >= 0; i--) {
            for (Class<?> type : types) {
                if (type.isInstance(events.get(i))) {
                    return i;
                }
            }
        }
        return -1;
    }

    Instant receivedAt() {
        return switch (events.getFirst()) {
            case ComplaintSubmitted e -> e.at();
            case PartOpened e -> e.submittedAt();
            default -> throw new AssertionError("begins otherwise");
        };
    }

    SubmittedReport report() {
        return switch (events.getFirst()) {
            case ComplaintSubmitted e -> e.report();
            case PartOpened e -> e.report();
            default -> throw new AssertionError("begins otherwise");
        };
    }

    boolean isPart() {
        return events.getFirst() instanceof PartOpened;
    }

    /** The assignment that is in force; empty while the desk has it. */
    Optional<ComplaintRouted> assignment() {
        int routed = lastIndex(ComplaintRouted.class);
        return routed > lastIndex(ComplaintHeldForDesk.class)
                ? Optional.of((ComplaintRouted) events.get(routed))
                : Optional.empty();
    }

    String institution() {
        return assignment().map(each -> each.institution().code()).orElse("");
    }

    private List<ComplaintEvent> sinceAssignment() {
        return events.subList(lastIndex(ComplaintRouted.class, ComplaintHeldForDesk.class) + 1, events.size());
    }

    /** When the responsible party got it. */
    Instant since() {
        int index = lastIndex(ComplaintRouted.class, ComplaintHeldForDesk.class);
        return index < 0 ? receivedAt() : events.get(index).at();
    }

    Optional<Instant> firstAct() {
        return sinceAssignment().stream()
                .filter(each -> each instanceof ComplaintVerified
                        || each instanceof UnitAssigned
                        || each instanceof FollowUpPosted
                        || each instanceof ClarificationAsked
                        || each instanceof ComplaintResolved)
                .filter(each -> ((HandlingEvent) each).institution().equals(institution()))
                .map(ComplaintEvent::at)
                .findFirst();
    }

    Optional<Instant> answer() {
        List<ComplaintEvent> since = sinceAssignment();
        for (ComplaintEvent each : since.reversed()) {
            if (each instanceof ComplaintContested) {
                return Optional.empty();
            }
            if (each instanceof ComplaintResolved) {
                return Optional.of(each.at());
            }
        }
        return Optional.empty();
    }

    boolean ended() {
        return lastIndex(ComplaintWithdrawn.class, ComplaintRated.class, ComplaintArchived.class, ComplaintClosed.class)
                > lastIndex(ComplaintContested.class);
    }

    ComplaintProgress progress() {
        if (answer().isPresent()) {
            return ComplaintProgress.DONE;
        }
        if (ended()) {
            return ComplaintProgress.ENDED;
        }
        return firstAct().isPresent() ? ComplaintProgress.IN_PROGRESS : ComplaintProgress.WAITING;
    }

    /** For each clock of the institution that ended or was missed, whether it was not missed. */
    List<Boolean> clocks() {
        return Stream.of(SlaClockType.INSTITUTION_VERIFICATION, SlaClockType.FOLLOW_UP)
                .flatMap(clock -> {
                    List<ComplaintEvent> since = sinceAssignment();
                    int set = -1;
                    int firstSet = -1;
                    for (int i = 0; i < since.size(); i++) {
                        if (since.get(i) instanceof DeadlineSet e && e.clock() == clock) {
                            firstSet = firstSet < 0 ? i : firstSet;
                            set = i;
                        }
                    }
                    if (set < 0) {
                        return Stream.<Boolean>empty();
                    }
                    boolean missed = since.subList(firstSet, since.size()).stream()
                            .anyMatch(each -> each instanceof DeadlineMissed e && e.clock() == clock);
                    boolean met = since.subList(set, since.size()).stream()
                            .anyMatch(each -> each instanceof DeadlineMet e && e.clock() == clock);
                    return missed || met ? Stream.of(!missed) : Stream.<Boolean>empty();
                })
                .toList();
    }

    /** Working days by the calendar of the responsible institution. */
    int days(Instant from, Instant to) {
        ZoneId zone = assignment().map(each -> each.institution().zone()).orElse(ReportingPeriod.ZONE);
        LocalDate last = LocalDate.ofInstant(to, zone);
        int days = 0;
        for (LocalDate day = LocalDate.ofInstant(from, zone).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days += isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }

    boolean returned() {
        return lastIndex(ComplaintReturned.class) >= 0;
    }

    boolean ruled() {
        return lastIndex(RulingGiven.class) >= 0;
    }

    List<ComplaintRouted> assignments() {
        return all(ComplaintRouted.class).toList();
    }

    boolean heldAtFirst() {
        for (ComplaintEvent each : events) {
            if (each instanceof ComplaintRouted) {
                return false;
            }
            if (each instanceof ComplaintHeldForDesk) {
                return true;
            }
        }
        return false;
    }
}
