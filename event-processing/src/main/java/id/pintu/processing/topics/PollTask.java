package id.pintu.processing.topics;

import java.time.Duration;

/** Task that a {@link ConsumerLoop} repeats on its thread until it is stopped. */
public interface PollTask extends AutoCloseable {

    /**
     * One round, such as one poll of a consumer. A round that takes long returns soon after the loop was stopped.
     *
     * <p>An exception does not end the loop: the next round follows after {@link #backOff()}.
     */
    void poll();

    /** Makes a blocking {@link #poll()} throw Kafka's {@code WakeupException}. Called by another thread, on stop. */
    default void wakeup() {}

    /** Releases the consumer, on the loop's thread, after the last round. */
    @Override
    default void close() {}

    /** Pause after a round that failed, so that an outage is not polled in a tight loop. */
    default Duration backOff() {
        return Duration.ofMillis(500);
    }

    /** How long a stop waits for the thread to end. */
    default Duration stopTimeout() {
        return Duration.ofSeconds(5);
    }
}
