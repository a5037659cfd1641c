package id.pintu.sla.kafka;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;

/** Runner of tasks in parallel on virtual threads, for partitions that mostly wait for the broker. */
final class ParallelRunner implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Runs all tasks and returns when all have ended, also when one has failed.
     *
     * @return whether any of them returned true
     */
    boolean anyTrue(List<Callable<Boolean>> tasks) {
        try {
            boolean any = false;
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                any |= task.get();
            }
            return any;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
