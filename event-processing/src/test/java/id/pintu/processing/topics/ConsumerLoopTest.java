package id.pintu.processing.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {

    private static final TopicPartition PARTITION = new TopicPartition("notices", 0);
    private static final long BROKEN = 1;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final BlockingQueue<Long> read = new LinkedBlockingQueue<>();

    @BeforeEach
    void threeRecordsAreThereTheSecondOfWhichCannotBeRead() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));
        for (int offset = 0; offset < 3; offset++) {
            add(offset);
        }
    }

    @Test
    void whatIsThereIsReadByTheCallerAndWhatCannotBeReadIsSkippedByItself() {
        new ConsumerLoop("test", consumer, this::read).readToEnd();

        assertThat(read).containsExactly(0L, 2L);
    }

    @Test
    void anOutageEndsNothingAndItGoesOnWhereItWas() throws InterruptedException {
        ConsumerLoop follower = new ConsumerLoop("test", consumer, this::read);
        follower.readToEnd();
        consumer.setPollException(new KafkaException("an outage"));
        consumer.schedulePollTask(() -> add(3));
        follower.start();

        assertThat(List.of(next(), next(), next())).containsExactly(0L, 2L, 3L);
        follower.stop();
    }

    @Test
    void itReadsInAPlatformThreadAndIsToldToEndByAWakeUp() throws InterruptedException {
        List<Boolean> virtual = new ArrayList<>();
        CountDownLatch polled = new CountDownLatch(5); // more often than something came
        ConsumerLoop follower = new ConsumerLoop(
                "test", consumer, record -> virtual.add(Thread.currentThread().isVirtual()), polled::countDown);
        assertThat(follower.isRunning()).isFalse();
        follower.start();
        assertThat(polled.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(follower.isRunning()).isTrue();

        follower.stop();

        assertThat(follower.isRunning()).isFalse();
        assertThat(consumer.closed()).isTrue();
        assertThat(virtual).hasSize(3).containsOnly(false);
    }

    private void add(long offset) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, null));
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() == BROKEN) {
            throw new IllegalArgumentException("cannot be read");
        }
        read.add(record.offset());
    }

    private Long next() throws InterruptedException {
        return Optional.ofNullable(read.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }
}
