package id.pintu.notification.institutions.delivery;

import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.processing.startup.StartupPhases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Loop that submits what is due to the dispatcher, in every instance: leases let one of them send. It does not run while
 * snapshots are rebuilt, nor before the bindings.
 */
public final class InstitutionMailLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InstitutionMailLoop.class);

    private final InstitutionMailPlanner planner;
    private final InstitutionMailDispatcher dispatcher;
    private final SentMailJournal journal;
    private final DeliveryLeaseStore leases;
    private final InstitutionMailProperties settings;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("institution-mails").factory());
    private volatile boolean running;

    InstitutionMailLoop(
            InstitutionMailPlanner planner,
            InstitutionMailDispatcher dispatcher,
            SentMailJournal journal,
            DeliveryLeaseStore leases,
            InstitutionMailProperties settings,
            InstantSource clock) {
        this.planner = planner;
        this.dispatcher = dispatcher;
        this.journal = journal;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int getPhase() {
        return StartupPhases.TIMERS;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // neither task throws
    public void start() {
        running = true;
        schedule(this::submit, settings.checkEvery());
        schedule(this::forget, Duration.ofHours(1));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a task that throws is caught
    private void schedule(Runnable task, Duration interval) {
        executor.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        // Only the class: the message may contain an address.
                        log.warn(
                                "mails to institutions wait, will try again: {}",
                                e.getClass().getName());
                    }
                },
                0,
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void submit() {
        dispatcher.submitAll(planner.due(clock.instant()));
    }

    private void forget() {
        Instant end = clock.instant().minus(settings.kept());
        journal.before(end).forEach(id -> {
            journal.forget(id);
            leases.forget(id);
        });
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
        dispatcher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
