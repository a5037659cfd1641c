package id.pintu.benchmarks.clocks;

import id.pintu.house.ledger.Commands;
import id.pintu.house.reading.Bulletin;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.clock.OpenClocks;
import id.pintu.sla.kafka.AlmanacTopic;
import id.pintu.sla.kafka.CalendarChanges;
import id.pintu.sla.kafka.EffectsTopic;
import id.pintu.sla.kafka.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Our own clocks over a ledger, by a clock that is set by hand. */
final class Watching implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final AtomicReference<Instant> now;
    private final List<OpenClocks> indexes = new CopyOnWriteArrayList<>();
    private final Commands broker;
    private final AlmanacTopic almanac;
    private final Bulletin decrees;
    private final Bulletin effects;
    private final Timers timers;

    Watching(Ledger ledger, Instant begin) {
        this.ledger = ledger;
        this.now = new AtomicReference<>(begin);
        this.broker = new Commands("sla", ledger.servers());
        this.almanac = new AlmanacTopic(Cases.TABLES, broker);
        this.decrees = almanac.bulletin(ledger.servers());
        EffectsTopic done = new EffectsTopic();
        this.effects = done.bulletin(ledger.servers());
        Deadlines counting = new Deadlines(almanac, Cases.POLICIES);
        this.timers = new Timers(
                ledger.servers(),
                now::get,
                () -> {
                    OpenClocks index = new OpenClocks(counting);
                    indexes.add(index);
                    return index;
                },
                new CalendarChanges(almanac, done));
    }

    /**
     * Returns when so many clocks are open and nothing moves any more.
     *
     * @return seconds it took to read them
     */
    double start(int clocks) throws InterruptedException {
        decrees.start();
        effects.start();
        long begun = System.nanoTime();
        timers.start();
        ledger.readUntil(() -> indexes.stream().mapToInt(OpenClocks::size).sum() >= clocks, PATIENCE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(1_000); // until the last of the fold is at rest
        return seconds;
    }

    AlmanacTopic almanac() {
        return almanac;
    }

    void set(Instant time) {
        now.set(time);
    }

    @Override
    public void close() {
        timers.stop();
        effects.stop();
        decrees.stop();
        broker.close();
    }
}
