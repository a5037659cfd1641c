package id.pintu.sla.kafka;

import id.pintu.events.ComplaintId;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.PollTask;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Life cycle of the deadline timers: runs one {@link DeadlineTimerConsumer} after another on a thread of its own. After
 * any failure a new consumer reads the ledger from its beginning; only when another instance has fenced this one does
 * the process halt.
 */
public final class DeadlineTimerLoop implements ConsumerLoopLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadlineTimerLoop.class);
    private static final int EXIT_CODE_FENCED = 70;

    private final Supplier<DeadlineTimerConsumer> consumerFactory;
    private final ConsumerLoop loop;

    /**
     * @param clients factory of the Kafka clients
     * @param clock may be a virtual one, so it is read every few milliseconds
     * @param indexFactory makes an empty index, for a partition that was just assigned
     * @param calendarChanges the calendar in force, and the impact of each change
     * @param snapshots whole states of complaints that may lack a clock
     * @param missingClocks computes the clocks they lack
     */
    public DeadlineTimerLoop(
            KafkaClients clients,
            InstantSource clock,
            Supplier<OpenClockIndex> indexFactory,
            CalendarChangeTracker calendarChanges,
            Function<Set<ComplaintId>, Map<ComplaintId, ComplaintClockState>> snapshots,
            MissingClockCalculator missingClocks) {
        this.consumerFactory = () ->
                new DeadlineTimerConsumer(clients, clock, indexFactory, calendarChanges, snapshots, missingClocks);
        this.loop = new ConsumerLoop("sla-timers", StartupPhases.TIMERS, new TimerPollTask(), () -> {});
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }

    /** One round is the life of one consumer. */
    private final class TimerPollTask implements PollTask {

        @Override
        public void poll() {
            try (DeadlineTimerConsumer consumer = consumerFactory.get()) {
                while (isRunning()) {
                    consumer.pollOnce();
                }
            } catch (PartitionFencedException e) {
                log.error("fenced: another instance has taken over a partition of this one; halting");
                Runtime.getRuntime().halt(EXIT_CODE_FENCED);
            }
        }

        @Override
        public Duration backOff() {
            return DeadlineTimerConsumer.MAX_BACK_OFF;
        }

        @Override
        public Duration stopTimeout() {
            return Duration.ofSeconds(10);
        }
    }
}
