package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.processing.OutboundRecord;
import id.pintu.standalone.simulation.SimulationAuditor.AuditResult;
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
final class YearSimulation {

    static final int PARTITIONS = 2;

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    /** Reports by hour of the day, with the peak of sp4n-lapor at ten. */
    private static final int[] HOURS = {1, 1, 1, 1, 1, 2, 4, 7, 10, 13, 15, 13, 10, 11, 10, 9, 7, 6, 5, 5, 5, 4, 3, 2};

    private final ReferenceSlaModel reference = new ReferenceSlaModel();
    private final PriorityQueue<SimulatedComplaint> pendingActions =
            new PriorityQueue<>(Comparator.comparing((SimulatedComplaint complaint) -> complaint.nextAt)
                    .thenComparing(complaint -> complaint.id));
    private final PriorityQueue<SimulatedAlarm> alarms =
            new PriorityQueue<>(Comparator.comparing(SimulatedAlarm::at).thenComparing(alarm -> alarm.complaint().id));
    private final Instant end;
    private final SimulationAuditor auditor;
    private final SharedFileClock clock;
    private final Producer<byte[], byte[]> ledger;
    private Instant now;
    private int stops;

    private record SimulatedAlarm(Instant at, SimulatedComplaint complaint, ReferenceClock referenceClock) {}

    YearSimulation(
            int year,
            int complaints,
            long seed,
            SimulationAuditor auditor,
            SharedFileClock clock,
            Producer<byte[], byte[]> ledger) {
        this.auditor = auditor;
        this.clock = clock;
        this.ledger = ledger;
        this.now = LocalDate.of(year, 1, 1).atStartOfDay(WIB).toInstant();
        this.end = LocalDate.of(year + 1, 1, 1).atStartOfDay(WIB).toInstant();
        clock.set(now);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < complaints; i++) {
            pendingActions.add(new SimulatedComplaint(i, seed, arrival(year, random)));
        }
    }

    /**
     * @param between called when what people did was written, and again when the clock has moved, with words under way
     */
    AuditResult run(Consumer<Instant> between) {
        while (now.isBefore(end)) {
            Instant until = performActionsUntilAlarm();
            ledger.flush();
            between.accept(now);
            stops++;
            now = until;
            clock.set(now);
            expectDueAlarms();
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
    private Instant performActionsUntilAlarm() {
        while (true) {
            dropStoppedAlarms();
            Instant alarm = alarms.isEmpty() ? end : alarms.peek().at();
            if (pendingActions.isEmpty() || !pendingActions.peek().nextAt.isBefore(alarm)) {
                return alarm.isBefore(end) ? later(alarm.plusMillis(1), now) : end;
            }
            if (!pendingActions.peek().nextAt.isBefore(end)) {
                return later(alarm.isBefore(end) ? alarm.plusMillis(1) : end, now);
            }
            perform(pendingActions.poll());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is not written is missed by the auditor
    private void perform(SimulatedComplaint complaint) {
        ComplaintEvent event = SimulatedEventFactory.create(complaint, complaint.nextAction, complaint.nextAt);
        reference
                .expectedEvents(complaint, complaint.nextAction, complaint.nextAt)
                .forEach(expectedEvent -> auditor.expect(complaint.id, expectedEvent));
        scheduleNewClock(complaint, complaint.currentClock);
        scheduleNewClock(complaint, complaint.overallClock);
        String who = event instanceof IntakeEvent ? "intake" : "routing";
        ledger.send(OutboundRecord.event(event).record(who, Optional.empty()));
        complaint.planNextAction();
        if (complaint.nextAction != SimulatedComplaint.SimulatedAction.NOTHING) {
            pendingActions.add(complaint);
        }
    }

    /** All alarms that the clock has just passed. */
    private void expectDueAlarms() {
        dropStoppedAlarms();
        while (!alarms.isEmpty() && alarms.peek().at().isBefore(now)) {
            SimulatedAlarm alarm = alarms.poll();
            String what = alarm.referenceClock().pollAlarm();
            String due = what.equals("closed") ? "" : " " + alarm.referenceClock().due;
            auditor.expect(alarm.complaint().id, what + " " + alarm.referenceClock().clock + due, alarm.at());
            if (what.equals("closed")) {
                alarm.complaint().currentClock = Optional.empty();
            } else {
                scheduleNextAlarm(alarm.complaint(), alarm.referenceClock());
            }
            dropStoppedAlarms();
        }
    }

    private void scheduleNewClock(SimulatedComplaint complaint, Optional<ReferenceClock> referenceClock) {
        referenceClock.filter(each -> !each.scheduled).ifPresent(each -> {
            each.scheduled = true;
            scheduleNextAlarm(complaint, each);
        });
    }

    private void scheduleNextAlarm(SimulatedComplaint complaint, ReferenceClock referenceClock) {
        referenceClock.nextAlarmAt().ifPresent(at -> alarms.add(new SimulatedAlarm(at, complaint, referenceClock)));
    }

    /** Alarms of clocks that have ended, or rest. */
    private void dropStoppedAlarms() {
        while (!alarms.isEmpty() && !isRunning(alarms.peek())) {
            alarms.poll();
        }
    }

    private static boolean isRunning(SimulatedAlarm alarm) {
        SimulatedComplaint complaint = alarm.complaint();
        return alarm.referenceClock().clock == SlaClockType.OVERALL
                ? complaint.overallClock.filter(alarm.referenceClock()::equals).isPresent()
                : !complaint.paused
                        && complaint
                                .currentClock
                                .filter(alarm.referenceClock()::equals)
                                .isPresent();
    }

    private static Instant arrival(int year, SplittableRandom random) {
        LocalDate day = LocalDate.of(year, 1, 1)
                .plusDays(random.nextInt(LocalDate.of(year, 1, 1).lengthOfYear()));
        // Weekends bring 10 % each, weekdays 16 %: three of eight weekend reports come on another day.
        while (isWeekend(day) && random.nextInt(8) < 3) {
            day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(day.lengthOfYear()));
        }
        int total = 0;
        for (int hour : HOURS) {
            total += hour;
        }
        int dice = random.nextInt(total);
        int hour = 0;
        while (dice >= HOURS[hour]) {
            dice -= HOURS[hour++];
        }
        int minute = 1 + random.nextInt(29) + 30 * random.nextInt(2);
        return day.atTime(LocalTime.of(hour, minute)).atZone(WIB).toInstant();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
