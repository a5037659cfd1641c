package id.pintu.processing.topics;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.processing.startup.StartupPhases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {

    private static final TopicPartition PARTITION = new TopicPartition("notices", 0);
    private static final long MALFORMED = 1;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final BlockingQueue<Long> handled = new LinkedBlockingQueue<>();

    @BeforeEach
    void addThreeRecordsOfWhichTheSecondIsMalformed() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));
        for (int offset = 0; offset < 3; offset++) {
            add(offset);
        }
    }

    @Test
    void readToEndPollsOnTheCallersThreadAndSkipsAMalformedRecord() {
        new RecordPollTask("test", consumer, this::handle).readToEnd();

        assertThat(handled).containsExactly(0L, 2L);
    }

    @Test
    void resumesAtItsPositionAfterAnOutage() throws InterruptedException {
        RecordPollTask task = new RecordPollTask("test", consumer, this::handle);
        task.readToEnd();
        consumer.setPollException(new KafkaException("an outage"));
        consumer.schedulePollTask(() -> add(3));
        ConsumerLoop loop = new ConsumerLoop("test", 0, task, () -> {});
        loop.start();

        assertThat(List.of(next(), next(), next())).containsExactly(0L, 2L, 3L);
        loop.stop();
    }

    @Test
    void handlesARecordAgainAfterTheHandlerMetAnOutage() throws InterruptedException {
        AtomicInteger outages = new AtomicInteger(1);
        RecordPollTask task = new RecordPollTask("test", consumer, record -> {
            if (record.offset() == 2 && outages.getAndDecrement() > 0) {
                consumer.schedulePollTask(() -> add(2)); // MockConsumer forgets what it has delivered
                throw new KafkaException("an outage");
            }
            handle(record);
        });
        ConsumerLoop loop = new ConsumerLoop("test", 0, task, () -> {});
        loop.start();

        assertThat(List.of(next(), next())).containsExactly(0L, 2L);
        loop.stop();
    }

    @Test
    void pollsOnAPlatformThreadUntilAWakeupStopsIt() throws InterruptedException {
        List<Boolean> virtual = new ArrayList<>();
        CountDownLatch polled = new CountDownLatch(5); // more polls than records
        ConsumerLoop loop = new ConsumerLoop(
                "test",
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask(
                        "test",
                        consumer,
                        record -> virtual.add(Thread.currentThread().isVirtual()),
                        polled::countDown),
                () -> {});
        assertThat(loop.isRunning()).isFalse();
        loop.start();
        assertThat(polled.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.isRunning()).isTrue();

        loop.stop();

        assertThat(loop.isRunning()).isFalse();
        assertThat(consumer.closed()).isTrue();
        assertThat(virtual).hasSize(3).containsOnly(false);
    }

    @Test
    void startReturnsOnlyWhenTheStepBeforeTheFirstPollIsDone() {
        List<String> order = new ArrayList<>();
        RecordPollTask task = new RecordPollTask("test", consumer, this::handle);
        ConsumerLoop loop = new ConsumerLoop("test", StartupPhases.COMPACTED_TOPICS, task, () -> {
            task.readToEnd();
            order.add("read to the end by " + Thread.currentThread().getName());
        });
        loop.start();
        order.add("started");
        loop.stop();

        assertThat(order)
                .containsExactly("read to the end by " + Thread.currentThread().getName(), "started");
        assertThat(handled).containsExactly(0L, 2L);
        assertThat(loop.getPhase()).isEqualTo(StartupPhases.COMPACTED_TOPICS);
    }

    @Test
    void stopInterruptsTheBackOffAndALoopWhoseTaskAllowsItStartsAgain() throws InterruptedException {
        FailingTask task = new FailingTask(new LinkedBlockingQueue<>(), new AtomicInteger());
        ConsumerLoop loop = new ConsumerLoop("test", 0, task, () -> {});
        for (int runs = 1; runs <= 2; runs++) {
            loop.start();
            assertThat(task.polls().poll(10, TimeUnit.SECONDS)).isEqualTo("poll");

            loop.stop();

            assertThat(task.closed()).hasValue(runs);
        }
        assertThat(task.polls()).isEmpty();
    }

    /** Fails in every round, with a back-off that no test waits for. */
    private record FailingTask(BlockingQueue<String> polls, AtomicInteger closed) implements PollTask {

        @Override
        public void poll() {
            polls.add("poll");
            throw new KafkaException("an outage");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }

        @Override
        public Duration backOff() {
            return Duration.ofMinutes(10);
        }
    }

    private void add(long offset) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, null));
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() == MALFORMED) {
            throw new IllegalArgumentException("malformed");
        }
        handled.add(record.offset());
    }

    private Long next() throws InterruptedException {
        return Optional.ofNullable(handled.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }
}
