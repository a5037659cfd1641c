package id.pintu.processing.startup;

import org.springframework.context.SmartLifecycle;

/** Task that runs once when the service starts; later phases wait until it is done. */
public final class StartupTask implements SmartLifecycle {

    private final int phase;
    private final Runnable task;
    private volatile boolean done;

    /**
     * @param phase as in {@link StartupPhases}
     * @param task an exception from it aborts the start of the service
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
