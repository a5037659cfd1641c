package id.pintu.processing.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Poll task that hands each record of one consumer to a handler, in order and at least once. A record on which the handler
 * fails is logged and skipped, so the loop never stops at one; only in an outage it is handled again after a pause.
 */
public final class RecordPollTask implements PollTask {

    private static final Logger log = LoggerFactory.getLogger(RecordPollTask.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final String name;
    private final Consumer<byte[], byte[]> consumer;
    private final ConsumerLoop.RecordHandler handler;
    private final Runnable afterEachPoll;

    public RecordPollTask(String name, Consumer<byte[], byte[]> consumer, ConsumerLoop.RecordHandler handler) {
        this(name, consumer, handler, () -> {});
    }

    /**
     * @param name for the log
     * @param consumer closed by this task; its partitions are assigned elsewhere, before the first poll
     * @param afterEachPoll runs after the records of each poll, also of an empty one: at least twice a second
     */
    public RecordPollTask(
            String name,
            Consumer<byte[], byte[]> consumer,
            ConsumerLoop.RecordHandler handler,
            Runnable afterEachPoll) {
        this.name = name;
        this.consumer = consumer;
        this.handler = handler;
        this.afterEachPoll = afterEachPoll;
    }

    /** Polls on the caller's thread up to the end offsets as they are now. */
    public void readToEnd() {
        Map<TopicPartition, Long> endOffsets = consumer.endOffsets(consumer.assignment());
        while (!AssignedPartitions.hasReached(consumer, endOffsets)) {
            poll();
        }
    }

    @Override
    public void poll() {
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
        consumer.poll(POLL_TIMEOUT).forEach(polled::add);
        for (int i = 0; i < polled.size(); i++) {
            try {
                handle(polled.get(i));
            } catch (RuntimeException e) {
                seekBackTo(polled.subList(i, polled.size()));
                throw e;
            }
        }
        afterEachPoll.run();
    }

    /** Lets the next poll deliver these records again. */
    private void seekBackTo(List<ConsumerRecord<byte[], byte[]>> unhandled) {
        for (ConsumerRecord<byte[], byte[]> record : unhandled.reversed()) {
            consumer.seek(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        try {
            handler.handle(record);
        } catch (RuntimeException e) {
            if (OutageDetector.isCauseOf(e)) {
                throw e;
            }
            // The message may quote the record.
            log.warn(
                    "{} skips {}-{}@{}: {}",
                    name,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getName());
        }
    }
}
