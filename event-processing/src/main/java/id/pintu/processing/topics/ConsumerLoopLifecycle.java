package id.pintu.processing.topics;

import org.springframework.context.SmartLifecycle;

/** Life cycle of a component that runs one {@link ConsumerLoop}: it starts and stops in the loop's phase, with the loop. */
public interface ConsumerLoopLifecycle extends SmartLifecycle {

    ConsumerLoop consumerLoop();

    @Override
    default int getPhase() {
        return consumerLoop().getPhase();
    }

    @Override
    default void start() {
        consumerLoop().start();
    }

    @Override
    default void stop() {
        consumerLoop().stop();
    }

    @Override
    default boolean isRunning() {
        return consumerLoop().isRunning();
    }
}
