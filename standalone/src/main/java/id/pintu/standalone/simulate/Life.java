package id.pintu.standalone.simulate;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Institution;
import id.pintu.events.SlaEvent.Clock;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One invented complaint: what it is, what its people will do next, and the clocks the reference keeps for it. Nothing
 * happens at a half or a full hour, for there the alarms are.
 */
final class Life {

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

    /** What somebody does next. */
    enum Deed {
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

    final ComplaintId id;
    final SplittableRandom chance;
    final Instant submitted;
    ComplaintKind kind;
    Institution institution;
    int assignment;
    int deeds;
    Deed next = Deed.SUBMIT;
    Instant nextAt;
    Optional<Turn> turn = Optional.empty();
    Optional<Turn> overall = Optional.empty();
    Optional<Instant> askedAt = Optional.empty();
    boolean paused;
    boolean over;
    Optional<ComplaintEvent> last = Optional.empty();

    Life(int number, long seed, Instant submitted) {
        this.chance = new SplittableRandom(seed * 1_000_003 + number);
        this.id = ComplaintId.of(ByteBuffer.allocate(12)
                .putLong(chance.nextLong())
                .putInt(number)
                .array());
        this.submitted = submitted;
        this.nextAt = submitted;
        this.kind = KINDS[chance.nextInt(KINDS.length)];
        this.institution = someInstitution();
    }

    /** Decides what happens after what has just happened. */
    void goOn() {
        switch (next) {
            case SUBMIT -> then(chance.nextInt(10) < 3 ? Deed.HOLD : Deed.ROUTE, minutes(1, 29));
            case HOLD, RETURN -> {
                institution = someInstitution();
                then(Deed.ROUTE, next == Deed.RETURN ? minutes(1, 29) : office(Clock.DESK_VERIFICATION, 4));
            }
            case ROUTE -> routed();
            case VERIFY -> verified();
            case RECLASSIFY -> then(Deed.RESOLVE, office(Clock.FOLLOW_UP, limit()));
            case ASK -> then(chance.nextInt(10) < 8 ? Deed.REPLY : Deed.RESOLVE, onTheHour(1 + chance.nextInt(8)));
            case REPLY -> then(Deed.RESOLVE, office(Clock.FOLLOW_UP, limit()));
            case RESOLVE -> answered();
            case CONTEST -> then(Deed.RESOLVE, office(Clock.FOLLOW_UP, limit()));
            case RATE, WITHDRAW, NOTHING -> next = Deed.NOTHING;
        }
    }

    /** Whoever it is with. */
    ZoneId zone() {
        return institution.zone();
    }

    private void routed() {
        int dice = chance.nextInt(100);
        if (dice < 6 && assignment < 3) {
            then(Deed.RETURN, office(Clock.INSTITUTION_VERIFICATION, 2));
        } else if (dice < 8) {
            then(Deed.WITHDRAW, office(Clock.INSTITUTION_VERIFICATION, 2));
        } else if (dice < 10) {
            next = Deed.NOTHING; // nobody ever looks at it
        } else {
            then(Deed.VERIFY, office(Clock.INSTITUTION_VERIFICATION, dice < 20 ? 9 : 3));
        }
    }

    private void verified() {
        int dice = chance.nextInt(100);
        if (dice < 15) {
            then(Deed.ASK, onTheHour(1 + chance.nextInt(4)));
        } else if (dice < 18 && kind != ComplaintKind.SUPERVISORY_COMPLAINT) {
            then(Deed.RECLASSIFY, office(Clock.FOLLOW_UP, 1));
        } else if (dice < 19) {
            next = Deed.NOTHING;
        } else {
            then(Deed.RESOLVE, office(Clock.FOLLOW_UP, limit()));
        }
    }

    private void answered() {
        int dice = chance.nextInt(100);
        if (dice < 30) {
            then(Deed.RATE, office(Clock.REPORTER_SILENCE, 5));
        } else if (dice < 36) {
            then(Deed.CONTEST, office(Clock.REPORTER_SILENCE, 5));
        } else {
            next = Deed.NOTHING;
        }
    }

    private void then(Deed deed, Instant at) {
        next = deed;
        nextAt = at;
    }

    /** Most answer in time, some long after. */
    private int limit() {
        return switch (kind) {
            case COMPLAINT -> chance.nextInt(10) < 8 ? 16 : 50;
            case SUPERVISORY_COMPLAINT -> chance.nextInt(10) < 9 ? 70 : 120;
            case INFORMATION_REQUEST, ASPIRATION -> chance.nextInt(10) < 8 ? 6 : 30;
        };
    }

    private Instant minutes(int least, int most) {
        return offGrid(nextAt.plus(least + (long) chance.nextInt(most), ChronoUnit.MINUTES));
    }

    /** At some time of an office day within so many days. */
    private Instant office(Clock clock, int within) {
        ZoneId local = clock == Clock.DESK_VERIFICATION ? ZoneId.of(ZONES[0]) : zone();
        ZonedDateTime day = nextAt.atZone(local).plusDays(chance.nextInt(within + 1));
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        Instant at = day.with(LocalTime.of(8 + chance.nextInt(9), chance.nextInt(60)))
                .toInstant();
        return offGrid(at.isAfter(nextAt) ? at : nextAt.plus(7, ChronoUnit.MINUTES));
    }

    /** Ten past some hour, so that what a pause shifts stays on the half hours. */
    private Instant onTheHour(int days) {
        Instant at = nextAt.plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        return at.plus(10, ChronoUnit.MINUTES);
    }

    private static Instant offGrid(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.getEpochSecond() / 60 % 30 == 0 ? minute.plus(1, ChronoUnit.MINUTES) : minute;
    }

    private Institution someInstitution() {
        int which = chance.nextInt(600);
        String zone = ZONES[which % ZONES.length];
        return new Institution(
                "D." + (11 + which % 80) + "." + (10 + which / 80), "Institution " + which, ZoneId.of(zone));
    }
}
