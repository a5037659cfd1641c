package id.pintu.benchmarks.clocks;

import id.pintu.processing.CommandSender;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.index.OpenClockIndex;
import id.pintu.sla.kafka.CalendarChangeTracker;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.sla.kafka.DeadlineTimerLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Fixture: the SLA timers of sla-service on a ledger, with a clock that is set by the scenario. */
final class SlaTimersFixture implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final BenchmarkLedger ledger;
    private final AtomicReference<Instant> now;
    private final List<OpenClockIndex> indexes = new CopyOnWriteArrayList<>();
    private final CommandSender commands;
    private final CalendarDecreeTopic calendarTopic;
    private final CompactedTopicReader decreeReader;
    private final CompactedTopicReader effectReader;
    private final DeadlineTimerLoop timers;

    SlaTimersFixture(BenchmarkLedger ledger, Instant begin) {
        this.ledger = ledger;
        this.now = new AtomicReference<>(begin);
        this.commands = new CommandSender("sla", "test", ledger.clients());
        this.calendarTopic = new CalendarDecreeTopic(RoutedComplaintFactory.CALENDAR, commands);
        this.decreeReader = calendarTopic.reader(ledger.clients());
        CalendarImpactTopic effectsTopic = new CalendarImpactTopic();
        this.effectReader = effectsTopic.reader(ledger.clients());
        DeadlineEventFactory deadlines = new DeadlineEventFactory(calendarTopic, RoutedComplaintFactory.POLICIES);
        this.timers = new DeadlineTimerLoop(
                ledger.clients(),
                now::get,
                () -> {
                    OpenClockIndex index = new OpenClockIndex(deadlines);
                    indexes.add(index);
                    return index;
                },
                new CalendarChangeTracker(calendarTopic, effectsTopic),
                ids -> Map.of(),
                new MissingClockCalculator(deadlines));
    }

    /**
     * Starts the timers and waits until a number of clocks is open and the replay of the ledger is finished.
     *
     * @return duration of the replay in seconds
     */
    double start(int clocks) throws InterruptedException {
        decreeReader.start();
        effectReader.start();
        long begun = System.nanoTime();
        timers.start();
        ledger.readUntil(() -> indexes.stream().mapToInt(OpenClockIndex::size).sum() >= clocks, TIMEOUT);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(1_000); // until the end of the replay is processed
        return seconds;
    }

    CalendarDecreeTopic calendarTopic() {
        return calendarTopic;
    }

    void setTime(Instant time) {
        now.set(time);
    }

    @Override
    public void close() {
        timers.stop();
        effectReader.stop();
        decreeReader.stop();
        commands.close();
    }
}
