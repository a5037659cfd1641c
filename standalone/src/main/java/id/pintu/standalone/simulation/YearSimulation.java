package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent;
import id.pintu.processing.OutboundRecord;
import id.pintu.standalone.simulation.SimulatedComplaint.SimulatedAction;
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
 * Discrete-event simulation of one year of complaints. It advances from alarm to alarm: the actions before the alarm are
 * written to the ledger, the clock is set to just after the alarm, and all SLA events expected by then are awaited.
 */
final class YearSimulation {

    static final int PARTITIONS = 2;

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    /** Relative number of reports per hour of the day, with SP4N-LAPOR's peak at ten. */
    private static final int[] HOURS = {1, 1, 1, 1, 1, 2, 4, 7, 10, 13, 15, 13, 10, 11, 10, 9, 7, 6, 5, 5, 5, 4, 3, 2};

    private final ReferenceSlaModel reference = new ReferenceSlaModel();
    private final PriorityQueue<SimulatedComplaint> pendingActions =
            new PriorityQueue<>(Comparator.comparing(SimulatedComplaint::nextAt).thenComparing(SimulatedComplaint::id));
    private final PriorityQueue<SimulatedAlarm> alarms =
            new PriorityQueue<>(Comparator.comparing(SimulatedAlarm::at).thenComparing(SimulatedAlarm::id));
    private final Instant end;
    private final SimulationAuditor auditor;
    private final SharedFileClock clock;
    private final Producer<byte[], byte[]> ledger;
    private Instant now;
    private int steps;

    private record SimulatedAlarm(Instant at, ComplaintId id, ReferenceClocks clocks, ReferenceClock clock) {

        boolean isRunning() {
            return clocks.isRunning(clock);
        }
    }

    YearSimulation(int year, SimulationAuditor auditor, SharedFileClock clock, Producer<byte[], byte[]> ledger) {
        this.auditor = auditor;
        this.clock = clock;
        this.ledger = ledger;
        this.now = LocalDate.of(year, 1, 1).atStartOfDay(WIB).toInstant();
        this.end = LocalDate.of(year + 1, 1, 1).atStartOfDay(WIB).toInstant();
        clock.set(now);
    }

    /** Adds complaints that are submitted during the year, at times drawn from a seed. */
    void addComplaints(int count, long seed) {
        int year = now.atZone(WIB).getYear();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            pendingActions.add(new SimulatedComplaint(i, seed, submissionTime(year, random)));
        }
    }

    /**
     * Runs the year.
     *
     * @param hook called twice a step: when the actions are written, and when the clock is set and events are in flight
     */
    SimulationAuditResult run(Consumer<Instant> hook) {
        while (now.isBefore(end)) {
            Instant next = performActionsUntilAlarm();
            ledger.flush();
            hook.accept(now);
            steps++;
            now = next;
            clock.set(now);
            expectDueAlarms();
            hook.accept(now);
            auditor.awaitExpected();
        }
        return auditor.finish(Duration.ofSeconds(5));
    }

    /** Number of times the clock was set. */
    int steps() {
        return steps;
    }

    /** Performs all actions before the next alarm and returns the time to set the clock to. */
    private Instant performActionsUntilAlarm() {
        while (true) {
            dropStoppedAlarms();
            Instant alarm = alarms.isEmpty() ? end : alarms.peek().at();
            if (pendingActions.isEmpty() || !pendingActions.peek().nextAt().isBefore(alarm)) {
                return alarm.isBefore(end) ? later(alarm.plusMillis(1), now) : end;
            }
            if (!pendingActions.peek().nextAt().isBefore(end)) {
                return later(alarm.isBefore(end) ? alarm.plusMillis(1) : end, now);
            }
            perform(pendingActions.poll());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the auditor misses the answers to a record that was not written
    private void perform(SimulatedComplaint complaint) {
        ComplaintEvent event = SimulatedEventFactory.create(complaint);
        ComplaintId id = complaint.id();
        reference
                .expectedEvents(complaint, complaint.nextAction(), complaint.nextAt())
                .forEach(expected -> auditor.expect(id, expected));
        ReferenceClocks clocks = reference.clocksOf(id);
        scheduleNewClock(id, clocks, clocks.current());
        scheduleNewClock(id, clocks, clocks.overall());
        String producer = event instanceof IntakeEvent ? "intake" : "routing";
        ledger.send(OutboundRecord.event(event).record(producer, Optional.empty()));
        complaint.planNextAction();
        if (complaint.nextAction() != SimulatedAction.NOTHING) {
            pendingActions.add(complaint);
        }
    }

    /** Expects the events of all alarms that the clock has just passed. */
    private void expectDueAlarms() {
        dropStoppedAlarms();
        while (!alarms.isEmpty() && alarms.peek().at().isBefore(now)) {
            SimulatedAlarm alarm = alarms.poll();
            ExpectedSlaEvent event = alarm.clock().pollAlarm();
            auditor.expectAlarm(alarm.id(), event, alarm.at());
            if (event.isClosure()) {
                alarm.clocks().expire();
            } else {
                scheduleNextAlarm(alarm.id(), alarm.clocks(), alarm.clock());
            }
            dropStoppedAlarms();
        }
    }

    private void scheduleNewClock(ComplaintId id, ReferenceClocks clocks, Optional<ReferenceClock> started) {
        started.filter(ReferenceClock::markScheduled).ifPresent(each -> scheduleNextAlarm(id, clocks, each));
    }

    private void scheduleNextAlarm(ComplaintId id, ReferenceClocks clocks, ReferenceClock each) {
        each.nextAlarmAt().ifPresent(at -> alarms.add(new SimulatedAlarm(at, id, clocks, each)));
    }

    /** Drops the next alarms while their clocks are stopped, replaced or paused. */
    private void dropStoppedAlarms() {
        while (!alarms.isEmpty() && !alarms.peek().isRunning()) {
            alarms.poll();
        }
    }

    private static Instant submissionTime(int year, SplittableRandom random) {
        LocalDate day = LocalDate.of(year, 1, 1)
                .plusDays(random.nextInt(LocalDate.of(year, 1, 1).lengthOfYear()));
        // A weekend day gets 10 % of a week's reports, a weekday 16 %: three of eight weekend reports are moved.
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
