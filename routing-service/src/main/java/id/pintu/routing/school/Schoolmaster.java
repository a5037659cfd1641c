package id.pintu.routing.school;

import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Knowledge;
import id.pintu.routing.decision.Router;
import id.pintu.routing.decision.School;
import id.pintu.routing.rulebooks.CurrentRouter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the router that is in force, and from time to time one with more experience.
 *
 * <p>It learns beside the line of complaints, which never waits for it. What it knows depends on the set of lessons
 * alone, so a rebuilt house comes to the same experience.
 */
public final class Schoolmaster implements Supplier<Router>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Schoolmaster.class);
    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");
    private static final double WORTH_LEARNING = 1.1;
    private static final int FEWEST = 200;
    private static final int MOST = 10_000;

    private final Supplier<Knowledge> knowledge;
    private final Lessons lessons;
    private final InstantSource clock;
    private final ScheduledExecutorService evenings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schoolmaster").factory());
    private final CurrentRouter router;
    private volatile Experience experience = Experience.none();
    private @Nullable ScheduledFuture<?> hours;
    private long learnt;

    /**
     * @param knowledge whichever is in force; another one with each change of the registry and of the rule book
     */
    public Schoolmaster(Supplier<Knowledge> knowledge, Lessons lessons, InstantSource clock) {
        this.knowledge = knowledge;
        this.lessons = lessons;
        this.clock = clock;
        this.router = new CurrentRouter(knowledge, () -> experience);
    }

    /** Looks every so often whether there is enough that is new. */
    public Schoolmaster every(Duration pause) {
        hours = evenings.scheduleWithFixedDelay(
                this::tryToTeach, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public Router get() {
        return router.get();
    }

    /** Learns, if there are a tenth more lessons than last time. */
    void teach() {
        long there = lessons.count();
        if (there < FEWEST || there < learnt * WORTH_LEARNING) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), NATIONAL);
        experience = new School(knowledge.get(), today).of(lessons.newest(MOST));
        learnt = there;
        log.info("routing learnt from {} decisions", experience.learned().examples());
    }

    private void tryToTeach() {
        try {
            teach();
        } catch (RuntimeException e) {
            // The store may be away: what was learnt before stays in force.
            log.warn("could not learn: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        if (hours != null) {
            hours.cancel(true);
        }
        evenings.shutdownNow();
    }
}
