package id.pintu.sla.kafka;

import id.pintu.house.start.Phases;
import id.pintu.sla.clock.OpenClocks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Says what time makes due, on a thread of its own and for as long as the service runs. Whatever breaks, it begins
 * afresh from the ledger; only when it is fenced does it end the process, for then another instance has its place.
 */
public final class Timers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Timers.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final InstantSource clock;
    private final Supplier<OpenClocks> noClocks;
    private final CalendarChanges calendar;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = new Thread(() -> {});

    /**
     * @param bootstrapServers the broker, as Kafka's property of this name
     * @param clock may be a virtual one, so it is looked at every few milliseconds
     * @param noClocks an empty index, for a partition that was just given
     * @param calendar what holds now, and what its changes did
     */
    public Timers(
            String bootstrapServers, InstantSource clock, Supplier<OpenClocks> noClocks, CalendarChanges calendar) {
        this.calendar = calendar;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.noClocks = noClocks;
    }

    /** After the bindings. */
    @Override
    public int getPhase() {
        return Phases.HEARING + 2_500;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("sla-timers").daemon().start(this::keepTime);
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            thread.join(STOPPING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void keepTime() {
        while (isRunning()) {
            try (Watch watch = new Watch(bootstrapServers, clock, noClocks, calendar)) {
                while (isRunning()) {
                    watch.turn();
                }
            } catch (Fenced e) {
                log.error("fenced: another instance has taken this one's place; halting");
                Runtime.getRuntime().halt(70);
            } catch (RuntimeException e) {
                log.warn("timers begin afresh: {}", e.toString());
                rest();
            }
        }
    }

    private void rest() {
        try {
            stopped.await(Watch.LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }
}
