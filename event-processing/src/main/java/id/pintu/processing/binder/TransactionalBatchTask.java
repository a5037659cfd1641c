package id.pintu.processing.binder;

import id.pintu.processing.topics.PollTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;

/**
 * Poll task of one consumer group: reads a batch, passes the records that the filter lets through to a function, and writes
 * what it returns in one transaction with the offsets of the batch. So either all of it is in the topics and the batch is not
 * read again, or none of it is and the batch is.
 *
 * <p>A batch that leads to no record begins no transaction. Its offsets are committed with the next transaction, or alone
 * after a second; until then a crash makes it be read again, which the function has to bear, as it has to bear a batch whose
 * transaction failed.
 *
 * <p>After any failure the consumer goes back to the committed offsets, which alone tell whether a transaction of unknown
 * outcome was committed, and tries again without limit.
 */
final class TransactionalBatchTask implements PollTask {

    private static final Logger log = LoggerFactory.getLogger(TransactionalBatchTask.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration RESET_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MIN_BACK_OFF_MILLIS = 200;
    private static final int MAX_DOUBLINGS = 6;

    private final List<String> topics;
    private final Consumer<byte[], byte[]> consumer;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final ConsumedRecordFilter filter;
    private final java.util.function.Consumer<Message<?>> function;
    private final Runnable onReplaced;

    /** Offsets after batches without a transaction. */
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

    private @Nullable Producer<byte[], byte[]> producer;
    private boolean resetOffsets;
    private boolean inTransaction;
    private boolean recovering = true;
    private long lastCommitNanos = System.nanoTime();
    private int failures;
    private volatile @Nullable String failure;

    /**
     * @param consumer reads committed records and commits nothing by itself; closed by this task
     * @param producers makes transactional producers, all with one transactional id
     * @param function gets each batch, and {@linkplain BatchScope#add adds} what it leads to before it returns
     * @param resetOffsets whether topics are read from their beginning once
     * @param onReplaced called when another instance has replaced this one
     */
    TransactionalBatchTask(
            List<String> topics,
            Consumer<byte[], byte[]> consumer,
            Supplier<Producer<byte[], byte[]>> producers,
            ConsumedRecordFilter filter,
            java.util.function.Consumer<Message<?>> function,
            boolean resetOffsets,
            Runnable onReplaced) {
        this.topics = topics;
        this.consumer = consumer;
        this.producers = producers;
        this.filter = filter;
        this.function = function;
        this.resetOffsets = resetOffsets;
        this.onReplaced = onReplaced;
    }

    /**
     * Joins the consumer group, before the first poll. Where offsets are to be reset, it returns when they are: a process that
     * ends later need not reset them again.
     */
    void subscribe() {
        consumer.subscribe(topics, new PartitionListener());
        long end = System.nanoTime() + RESET_TIMEOUT.toNanos();
        while (resetOffsets) {
            consumer.poll(
                    POLL_TIMEOUT); // what it reads is read again: the first round goes back to the committed offsets
            if (resetOffsets && System.nanoTime() > end) {
                throw new IllegalStateException("the offsets of " + topics + " were not reset in " + RESET_TIMEOUT);
            }
        }
    }

    /** Why the last round failed; empty when it did not. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void poll() {
        try {
            if (recovering) {
                recover();
            }
            process(consumer.poll(POLL_TIMEOUT));
            failures = 0;
            failure = null;
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            if (isReplaced(e)) {
                onReplaced.run();
            }
            recovering = true;
            failures++;
            failure = e.getClass().getName();
            throw e;
        } catch (Error e) { // ends the thread, which must not commit what was not written
            recovering = true;
            failure = e.getClass().getName();
            throw e;
        }
    }

    /**
     * Whether another process has joined the group as this instance. A producer that is fenced is no sign of it: the broker
     * reports a transaction that took too long in the same way. It is replaced, and the group's membership, which is checked
     * with the offsets of each transaction, tells who may go on.
     */
    private static boolean isReplaced(@Nullable Throwable failure) {
        return failure != null && (failure instanceof FencedInstanceIdException || isReplaced(failure.getCause()));
    }

    private void process(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = filtered(polled);
        try (BatchScope batch = BatchScope.begin()) {
            if (!records.isEmpty()) {
                callFunction(records);
            }
            uncommitted.putAll(polled.nextOffsets());
            if (!batch.records().isEmpty()) {
                commitInTransaction(batch.records());
            } else if (System.nanoTime() - lastCommitNanos > COMMIT_NANOS) {
                commitOffsets();
            }
            batch.runAfterCommit();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> filtered(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            if (filter.isProcessed(record)) {
                records.add(record);
            }
        }
        return records;
    }

    private void callFunction(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            function.accept(BatchMessage.of(records));
        } catch (MessagingException e) {
            throw causeOf(e);
        }
    }

    /** Without the message, which has the text of reports. */
    private static RuntimeException causeOf(MessagingException e) {
        Throwable cause = e;
        while (cause instanceof MessagingException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException unchecked && !(cause instanceof MessagingException)
                ? unchecked
                : new IllegalStateException(cause.getClass().getName());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a record of the transaction did
    private void commitInTransaction(List<ProducerRecord<byte[], byte[]>> outgoing) {
        Producer<byte[], byte[]> current = producer();
        inTransaction = true;
        current.beginTransaction();
        outgoing.forEach(current::send);
        current.sendOffsetsToTransaction(Map.copyOf(uncommitted), consumer.groupMetadata());
        current.commitTransaction();
        inTransaction = false;
        committed();
    }

    private void commitOffsets() {
        if (!uncommitted.isEmpty()) {
            consumer.commitSync(uncommitted);
        }
        committed();
    }

    private void committed() {
        uncommitted.clear();
        lastCommitNanos = System.nanoTime();
    }

    /** Ends the transaction that is open, if one is, and goes back to where the committed ones end. */
    private void recover() {
        if (inTransaction) {
            abortTransaction();
        }
        // Before committed offsets are read: it ends a transaction that is left of an earlier run.
        producer();
        uncommitted.clear();
        rewind(consumer.assignment());
        recovering = false;
    }

    private void rewind(Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
    }

    private void abortTransaction() {
        try {
            producer().abortTransaction();
        } catch (RuntimeException e) {
            log.warn("the transaction cannot be aborted, its producer is replaced: {}", e.toString());
            Producer<byte[], byte[]> broken = producer;
            producer = null;
            if (broken != null) {
                broken.close(Duration.ZERO);
            }
        }
        inTransaction = false;
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            try {
                current.initTransactions();
            } catch (RuntimeException e) {
                current.close(Duration.ZERO);
                throw e;
            }
            producer = current;
        }
        return current;
    }

    @Override
    public Duration backOff() {
        return Duration.ofMillis(MIN_BACK_OFF_MILLIS << Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS));
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        try {
            if (!recovering) {
                commitOffsets();
            }
        } catch (RuntimeException e) {
            log.warn("the last offsets are not committed: {}", e.toString());
        } finally {
            Producer<byte[], byte[]> current = producer;
            if (current != null) {
                current.close(CLOSE_TIMEOUT);
            }
            consumer.close();
        }
    }

    /** Listener for partitions that the group takes from this instance or gives to it; called within a poll. */
    private final class PartitionListener implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            filter.onPartitionsChanged();
            if (resetOffsets) {
                Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
                consumer.beginningOffsets(partitions)
                        .forEach((partition, offset) -> beginning.put(partition, new OffsetAndMetadata(offset)));
                consumer.commitSync(beginning); // where a failure goes back to
                beginning.forEach(consumer::seek);
                resetOffsets = false;
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!recovering) {
                commitOffsets();
            }
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            uncommitted.keySet().removeAll(partitions);
            filter.onPartitionsChanged();
        }
    }
}
