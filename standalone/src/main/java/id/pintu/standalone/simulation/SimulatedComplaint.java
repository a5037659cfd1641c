package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.InstitutionRef;
import id.pintu.events.SlaEvent.SlaClockType;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Mutable state of one simulated complaint: its kind and institution, and the next action of the people involved, drawn
 * from a seeded random number generator. No action is at a full or half hour, where the alarms are.
 */
final class SimulatedComplaint {

    private static final String[] ZONES = {"Asia/Jakarta", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"};
    private static final ComplaintKind[] KINDS = {
        ComplaintKind.COMPLAINT,
        ComplaintKind.COMPLAINT,
        ComplaintKind.COMPLAINT,
        ComplaintKind.COMPLAINT,
        ComplaintKind.COMPLAINT,
        ComplaintKind.COMPLAINT,
        ComplaintKind.INFORMATION_REQUEST,
        ComplaintKind.INFORMATION_REQUEST,
        ComplaintKind.ASPIRATION,
        ComplaintKind.SUPERVISORY_COMPLAINT
    };

    /** Actions of reporter, desk and institution. */
    enum SimulatedAction {
        SUBMIT,
        HOLD,
        ROUTE,
        RETURN,
        VERIFY,
        RECLASSIFY,
        ASK,
        REPLY,
        RESOLVE,
        CONTEST,
        RATE,
        WITHDRAW,
        NOTHING
    }

    private final ComplaintId id;
    private final SplittableRandom random;
    private final Instant submitted;
    private ComplaintKind kind;
    private InstitutionRef institution;
    private int assignments;
    private int events;
    private SimulatedAction nextAction = SimulatedAction.SUBMIT;
    private Instant nextAt;

    SimulatedComplaint(int number, long seed, Instant submitted) {
        this.random = new SplittableRandom(seed * 1_000_003 + number);
        this.id = ComplaintId.of(ByteBuffer.allocate(12)
                .putLong(random.nextLong())
                .putInt(number)
                .array());
        this.submitted = submitted;
        this.nextAt = submitted;
        this.kind = KINDS[random.nextInt(KINDS.length)];
        this.institution = randomInstitution();
    }

    ComplaintId id() {
        return id;
    }

    Instant submitted() {
        return submitted;
    }

    ComplaintKind kind() {
        return kind;
    }

    /** The institution that the complaint is or will be assigned to. */
    InstitutionRef institution() {
        return institution;
    }

    ZoneId zone() {
        return institution.zone();
    }

    SimulatedAction nextAction() {
        return nextAction;
    }

    Instant nextAt() {
        return nextAt;
    }

    /** Number of the next event, from 1. */
    int nextEventNumber() {
        return ++events;
    }

    /** Number of the next assignment, from 1. */
    int nextAssignment() {
        return ++assignments;
    }

    /** Changes the kind, and with it the follow-up limit. */
    void reclassify() {
        kind = kind == ComplaintKind.COMPLAINT ? ComplaintKind.SUPERVISORY_COMPLAINT : ComplaintKind.COMPLAINT;
    }

    /** Replaces the next action by the one that follows it. */
    void planNextAction() {
        switch (nextAction) {
            case SUBMIT ->
                schedule(random.nextInt(10) < 3 ? SimulatedAction.HOLD : SimulatedAction.ROUTE, afterMinutes(1, 29));
            case HOLD, RETURN -> {
                institution = randomInstitution();
                schedule(
                        SimulatedAction.ROUTE,
                        nextAction == SimulatedAction.RETURN
                                ? afterMinutes(1, 29)
                                : duringOfficeHours(SlaClockType.DESK_VERIFICATION, 4));
            }
            case ROUTE -> planAfterRouting();
            case VERIFY -> planAfterVerification();
            case RECLASSIFY ->
                schedule(SimulatedAction.RESOLVE, duringOfficeHours(SlaClockType.FOLLOW_UP, responseDays()));
            case ASK ->
                schedule(
                        random.nextInt(10) < 8 ? SimulatedAction.REPLY : SimulatedAction.RESOLVE,
                        afterDays(1 + random.nextInt(8)));
            case REPLY -> schedule(SimulatedAction.RESOLVE, duringOfficeHours(SlaClockType.FOLLOW_UP, responseDays()));
            case RESOLVE -> planAfterResolution();
            case CONTEST ->
                schedule(SimulatedAction.RESOLVE, duringOfficeHours(SlaClockType.FOLLOW_UP, responseDays()));
            case RATE, WITHDRAW, NOTHING -> nextAction = SimulatedAction.NOTHING;
        }
    }

    private void planAfterRouting() {
        int dice = random.nextInt(100);
        if (dice < 6 && assignments < 3) {
            schedule(SimulatedAction.RETURN, duringOfficeHours(SlaClockType.INSTITUTION_VERIFICATION, 2));
        } else if (dice < 8) {
            schedule(SimulatedAction.WITHDRAW, duringOfficeHours(SlaClockType.INSTITUTION_VERIFICATION, 2));
        } else if (dice < 10) {
            nextAction = SimulatedAction.NOTHING; // stays unverified
        } else {
            schedule(
                    SimulatedAction.VERIFY,
                    duringOfficeHours(SlaClockType.INSTITUTION_VERIFICATION, dice < 20 ? 9 : 3));
        }
    }

    private void planAfterVerification() {
        int dice = random.nextInt(100);
        if (dice < 15) {
            schedule(SimulatedAction.ASK, afterDays(1 + random.nextInt(4)));
        } else if (dice < 18 && kind != ComplaintKind.SUPERVISORY_COMPLAINT) {
            schedule(SimulatedAction.RECLASSIFY, duringOfficeHours(SlaClockType.FOLLOW_UP, 1));
        } else if (dice < 19) {
            nextAction = SimulatedAction.NOTHING;
        } else {
            schedule(SimulatedAction.RESOLVE, duringOfficeHours(SlaClockType.FOLLOW_UP, responseDays()));
        }
    }

    private void planAfterResolution() {
        int dice = random.nextInt(100);
        if (dice < 30) {
            schedule(SimulatedAction.RATE, duringOfficeHours(SlaClockType.REPORTER_SILENCE, 5));
        } else if (dice < 36) {
            schedule(SimulatedAction.CONTEST, duringOfficeHours(SlaClockType.REPORTER_SILENCE, 5));
        } else {
            nextAction = SimulatedAction.NOTHING;
        }
    }

    private void schedule(SimulatedAction action, Instant at) {
        nextAction = action;
        nextAt = at;
    }

    /** Maximum days until the answer: usually about the limit, sometimes far beyond. */
    private int responseDays() {
        return switch (kind) {
            case COMPLAINT -> random.nextInt(10) < 8 ? 16 : 50;
            case SUPERVISORY_COMPLAINT -> random.nextInt(10) < 9 ? 70 : 120;
            case INFORMATION_REQUEST, ASPIRATION -> random.nextInt(10) < 8 ? 6 : 30;
        };
    }

    private Instant afterMinutes(int least, int most) {
        return offGrid(nextAt.plus(least + (long) random.nextInt(most), ChronoUnit.MINUTES));
    }

    /** A random time on a weekday within a number of days. */
    private Instant duringOfficeHours(SlaClockType clock, int within) {
        ZoneId local = clock == SlaClockType.DESK_VERIFICATION ? ZoneId.of(ZONES[0]) : zone();
        ZonedDateTime day = nextAt.atZone(local).plusDays(random.nextInt(within + 1));
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        Instant at = day.with(LocalTime.of(8 + random.nextInt(9), random.nextInt(60)))
                .toInstant();
        return offGrid(at.isAfter(nextAt) ? at : nextAt.plus(7, ChronoUnit.MINUTES));
    }

    /** Ten minutes past an hour, so that an alarm shifted by a pause is never at the time of an action. */
    private Instant afterDays(int days) {
        Instant at = nextAt.plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        return at.plus(10, ChronoUnit.MINUTES);
    }

    private static Instant offGrid(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.getEpochSecond() / 60 % 30 == 0 ? minute.plus(1, ChronoUnit.MINUTES) : minute;
    }

    private InstitutionRef randomInstitution() {
        int which = random.nextInt(600);
        String zone = ZONES[which % ZONES.length];
        return new InstitutionRef(
                "D." + (11 + which % 80) + "." + (10 + which / 80), "Institution " + which, ZoneId.of(zone));
    }
}
