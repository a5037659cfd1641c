package id.pintu.sla.clock;

import static id.pintu.events.SlaEvent.Clock.DESK_VERIFICATION;
import static id.pintu.events.SlaEvent.Clock.FOLLOW_UP;
import static id.pintu.events.SlaEvent.Clock.INSTITUTION_VERIFICATION;
import static id.pintu.events.SlaEvent.Clock.REPORTER_SILENCE;
import static id.pintu.sla.clock.Limit.Unit.CALENDAR_DAYS;
import static id.pintu.sla.clock.Limit.Unit.WORKING_DAYS;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every limit, in one ordered table: the first that covers a clock, a kind and the day of the start is the one that
 * counts. A newer rule is put before the older ones, with the day it is valid from.
 *
 * @param table answers for every clock and kind, whatever the day
 */
public record Limits(List<Limit> table) {

    /**
     * SP4N-LAPOR!'s limits, PermenPANRB 62/2018. Unsettled, and taken here from secondary sources: those of the
     * aspiration and of the reporter's silence.
     */
    public static final Limits NATIONAL = new Limits(List.of(
            limit("desk-verification-3-working-days", DESK_VERIFICATION, 3),
            limit("institution-verification-3-working-days", INSTITUTION_VERIFICATION, 3),
            limit("follow-up-information-request-5-working-days", FOLLOW_UP, 5, ComplaintKind.INFORMATION_REQUEST),
            limit("follow-up-complaint-14-working-days", FOLLOW_UP, 14, ComplaintKind.COMPLAINT),
            limit(
                    "follow-up-supervisory-complaint-60-working-days",
                    FOLLOW_UP,
                    60,
                    ComplaintKind.SUPERVISORY_COMPLAINT),
            limit("follow-up-aspiration-5-working-days", FOLLOW_UP, 5, ComplaintKind.ASPIRATION),
            new Limit(
                    "reporter-silence-10-calendar-days",
                    REPORTER_SILENCE,
                    Set.of(),
                    10,
                    CALENDAR_DAYS,
                    LocalDate.MIN)));

    public Limits {
        table = List.copyOf(table);
        for (Clock clock : Clock.values()) {
            for (ComplaintKind kind : ComplaintKind.values()) {
                if (first(table, clock, kind, LocalDate.MIN).isEmpty()) {
                    throw new IllegalArgumentException("no limit answers for " + clock + " of " + kind);
                }
            }
        }
    }

    /** These, where they cover, before the ones known so far. */
    public Limits preferring(List<Limit> newer) {
        return new Limits(Stream.concat(newer.stream(), table.stream()).toList());
    }

    /**
     * @param day when the clock starts, in the zone of who is responsible
     */
    public Limit of(Clock clock, ComplaintKind kind, LocalDate day) {
        return first(table, clock, kind, day).orElseThrow();
    }

    private static Optional<Limit> first(List<Limit> table, Clock clock, ComplaintKind kind, LocalDate day) {
        return table.stream().filter(limit -> limit.covers(clock, kind, day)).findFirst();
    }

    private static Limit limit(String name, Clock clock, int workingDays, ComplaintKind... kinds) {
        return new Limit(name, clock, Set.of(kinds), workingDays, WORKING_DAYS, LocalDate.MIN);
    }
}
