package id.pintu.processing.startup;

import org.springframework.context.SmartLifecycle;

/** Something that is done once, at the start; nothing of a later phase begins before it is done. */
public final class StartupTask implements SmartLifecycle {

    private final int phase;
    private final Runnable task;
    private volatile boolean done;

    /**
     * @param phase as in {@link StartupPhases}
     * @param task the service does not start when it throws
     */
    public StartupTask(int phase, Runnable task) {
        this.phase = phase;
        this.task = task;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        task.run();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }
}
