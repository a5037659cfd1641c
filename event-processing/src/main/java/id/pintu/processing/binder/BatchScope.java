package id.pintu.processing.binder;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the batch that a thread processes leads to: records, and what is done once they are committed. */
public final class BatchScope implements AutoCloseable {

    private static final ThreadLocal<BatchScope> CURRENT = new ThreadLocal<>();

    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    private BatchScope() {}

    /** Begins a batch of this thread; to be closed by it. */
    static BatchScope begin() {
        BatchScope scope = new BatchScope();
        CURRENT.set(scope);
        return scope;
    }

    /**
     * Runs a task when the records of this thread's batch are committed; never when their transaction fails. Outside of a batch
     * it runs at once. A task must not throw.
     */
    public static void afterCommit(Runnable task) {
        BatchScope scope = CURRENT.get();
        if (scope == null) {
            task.run();
        } else {
            scope.afterCommit.add(task);
        }
    }

    /** Adds a record to what the batch of this thread leads to. */
    static void add(ProducerRecord<byte[], byte[]> record) {
        BatchScope scope = CURRENT.get();
        if (scope == null) {
            throw new IllegalStateException("a record for " + record.topic() + " outside of a batch");
        }
        scope.records.add(record);
    }

    List<ProducerRecord<byte[], byte[]>> records() {
        return records;
    }

    void runAfterCommit() {
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
