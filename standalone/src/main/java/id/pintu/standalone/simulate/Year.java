package id.pintu.standalone.simulate;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.house.ledger.Saying;
import id.pintu.standalone.simulate.Auditor.Accounts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * One year of many lives. It goes from alarm to alarm: first everything people do until then is written to the ledger,
 * then the clock is moved to just behind the alarm, then every answer and everything that is due has to come.
 */
final class Year {

    static final int PARTITIONS = 2;

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    /** Reports by hour of the day, with the peak of sp4n-lapor at ten. */
    private static final int[] HOURS = {1, 1, 1, 1, 1, 2, 4, 7, 10, 13, 15, 13, 10, 11, 10, 9, 7, 6, 5, 5, 5, 4, 3, 2};

    private final Reference reference = new Reference();
    private final PriorityQueue<Life> deeds =
            new PriorityQueue<>(Comparator.comparing((Life life) -> life.nextAt).thenComparing(life -> life.id));
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(alarm -> alarm.life().id));
    private final Instant end;
    private final Auditor auditor;
    private final SharedClock clock;
    private final Producer<byte[], byte[]> ledger;
    private Instant now;
    private int stops;

    private record Alarm(Instant at, Life life, Turn turn) {}

    Year(int year, int complaints, long seed, Auditor auditor, SharedClock clock, Producer<byte[], byte[]> ledger) {
        this.auditor = auditor;
        this.clock = clock;
        this.ledger = ledger;
        this.now = LocalDate.of(year, 1, 1).atStartOfDay(WIB).toInstant();
        this.end = LocalDate.of(year + 1, 1, 1).atStartOfDay(WIB).toInstant();
        clock.set(now);
        SplittableRandom chance = new SplittableRandom(seed);
        for (int i = 0; i < complaints; i++) {
            deeds.add(new Life(i, seed, arrival(year, chance)));
        }
    }

    /**
     * @param between called when what people did was written, and again when the clock has moved, with words under way
     */
    Accounts live(Consumer<Instant> between) {
        while (now.isBefore(end)) {
            Instant until = peopleAct();
            ledger.flush();
            between.accept(now);
            stops++;
            now = until;
            clock.set(now);
            timeSpeaks();
            between.accept(now);
            auditor.await();
        }
        return auditor.close(Duration.ofSeconds(5));
    }

    /** At how many instants the clock stood still. */
    int stops() {
        return stops;
    }

    /** Everything people do before the next alarm. */
    private Instant peopleAct() {
        while (true) {
            dropIdle();
            Instant alarm = alarms.isEmpty() ? end : alarms.peek().at();
            if (deeds.isEmpty() || !deeds.peek().nextAt.isBefore(alarm)) {
                return alarm.isBefore(end) ? later(alarm.plusMillis(1), now) : end;
            }
            if (!deeds.peek().nextAt.isBefore(end)) {
                return later(alarm.isBefore(end) ? alarm.plusMillis(1) : end, now);
            }
            act(deeds.poll());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is not written is missed by the auditor
    private void act(Life life) {
        ComplaintEvent event = Deeds.event(life, life.next, life.nextAt);
        reference.words(life, life.next, life.nextAt).forEach(word -> auditor.expect(life.id, word));
        watch(life, life.turn);
        watch(life, life.overall);
        String who = event instanceof IntakeEvent ? "intake" : "routing";
        ledger.send(Saying.event(event).record(who, Optional.empty()));
        life.goOn();
        if (life.next != Life.Deed.NOTHING) {
            deeds.add(life);
        }
    }

    /** All alarms that the clock has just passed. */
    private void timeSpeaks() {
        dropIdle();
        while (!alarms.isEmpty() && alarms.peek().at().isBefore(now)) {
            Alarm alarm = alarms.poll();
            String what = alarm.turn().take();
            String due = what.equals("closed") ? "" : " " + alarm.turn().due;
            auditor.expect(alarm.life().id, what + " " + alarm.turn().clock + due, alarm.at());
            if (what.equals("closed")) {
                alarm.life().turn = Optional.empty();
            } else {
                add(alarm.life(), alarm.turn());
            }
            dropIdle();
        }
    }

    private void watch(Life life, Optional<Turn> turn) {
        turn.filter(each -> !each.watched).ifPresent(each -> {
            each.watched = true;
            add(life, each);
        });
    }

    private void add(Life life, Turn turn) {
        turn.next().ifPresent(at -> alarms.add(new Alarm(at, life, turn)));
    }

    /** Alarms of clocks that have ended, or rest. */
    private void dropIdle() {
        while (!alarms.isEmpty() && !runs(alarms.peek())) {
            alarms.poll();
        }
    }

    private static boolean runs(Alarm alarm) {
        Life life = alarm.life();
        return alarm.turn().clock == Clock.OVERALL
                ? life.overall.filter(alarm.turn()::equals).isPresent()
                : !life.paused && life.turn.filter(alarm.turn()::equals).isPresent();
    }

    private static Instant arrival(int year, SplittableRandom chance) {
        LocalDate day = LocalDate.of(year, 1, 1)
                .plusDays(chance.nextInt(LocalDate.of(year, 1, 1).lengthOfYear()));
        // Weekends bring 10 % each, weekdays 16 %: three of eight weekend reports come on another day.
        while (isWeekend(day) && chance.nextInt(8) < 3) {
            day = LocalDate.of(year, 1, 1).plusDays(chance.nextInt(day.lengthOfYear()));
        }
        int total = 0;
        for (int hour : HOURS) {
            total += hour;
        }
        int dice = chance.nextInt(total);
        int hour = 0;
        while (dice >= HOURS[hour]) {
            dice -= HOURS[hour++];
        }
        int minute = 1 + chance.nextInt(29) + 30 * chance.nextInt(2);
        return day.atTime(LocalTime.of(hour, minute)).atZone(WIB).toInstant();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
